package org.sonocert.ends;

import static org.sonocert.enrolment.EnrolmentState.WINDOW_ENDED;
import static org.sonocert.enrolment.EnrolmentState.WITHDRAWN;

import java.util.stream.Stream;

/** The ends of enrolments that were withdrawn, and of those whose windows were moved or not. */
final class WithdrawalEndings {
  private static final String WITHDRAWN_AT = "clinical-certificate Activity_WithdrawEnrolment";
  private static final String PAID = "candidate purchase-confirmed";

  private WithdrawalEndings() {}

  static Stream<Ending> all() {
    return Stream.of(
        Ending.of(
                "withdrawn after the start",
                WITHDRAWN,
                WITHDRAWN_AT,
                road -> road.bought().named().sittingBegun().withdrew())
            .because("The candidate withdrew.")
            .evaluators("first released", "second released")
            .mails(
                PAID,
                "first evaluator-invitation",
                "second evaluator-invitation",
                "candidate enrolment-withdrawn",
                "first evaluator-released",
                "second evaluator-released")
            .past("EnrolmentPaid", "EvaluatorsNamed", "Withdrawn"),
        Ending.of(
                "withdrawn after a death",
                WITHDRAWN,
                WITHDRAWN_AT,
                road -> road.bought().deathReportedAndConfirmed())
            .because("The programme was told that the candidate has died.")
            .mails(PAID)
            .past("EnrolmentPaid", "DeathRecorded", "Withdrawn"),
        Ending.of(
                "window ended after days were added",
                WINDOW_ENDED,
                "clinical-certificate EndEvent_WindowEnded",
                road -> road.bought().extensionAskedFor(7).exceptionDecided("yes").days(98))
            .because("The window ended before all was in.")
            .mails(
                PAID,
                "candidate window-moved",
                "candidate window-reminder ×5",
                "candidate window-ended")
            .past("EnrolmentPaid", "DaysAdded", "WindowClosed"),
        undecided());
  }

  private static Ending undecided() {
    return Ending.of(
            "window ended, days refused, and others not decided in time",
            WINDOW_ENDED,
            "clinical-certificate EndEvent_WindowEnded",
            road ->
                road.bought()
                    .moreTimeAskedFor(20)
                    .exceptionDecided("no")
                    .extensionAskedFor(5)
                    .days(91))
        .because("The window ended before all was in.")
        .mails(
            PAID,
            "candidate support-received",
            "candidate support-answered",
            "candidate days-refused",
            "candidate window-reminder ×5",
            "candidate window-ended")
        .past(
            "EnrolmentPaid",
            "MoreTimeAsked",
            "ExceptionRefused",
            "ExceptionLapsed",
            "WindowClosed");
  }
}
