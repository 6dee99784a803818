package org.sonocert.ends;

import static org.sonocert.enrolment.EnrolmentState.INELIGIBLE;
import static org.sonocert.enrolment.EnrolmentState.WINDOW_ENDED;

import java.util.stream.Stream;

/** The ends of enrolments whose attestation of cases was drawn for an audit. */
final class AuditEndings {
  private static final String INELIGIBLE_AT = "clinical-certificate Activity_EndIneligible";
  private static final String PAID = "candidate purchase-confirmed";
  private static final String ASKED = "candidate case-log-asked";

  private AuditEndings() {}

  static Stream<Ending> all() {
    return Stream.of(
        Ending.of(
                "ineligible before the start, because the log was refuted",
                INELIGIBLE,
                INELIGIBLE_AT,
                road -> road.boughtAndDrawn().logSent().logChecked("no").moneyBack())
            .because("I have compared the log with the form.")
            .mails(PAID, ASKED, "candidate enrolment-ineligible", "candidate owed-refund-returned")
            .past("EnrolmentPaid", "IneligibleAndPaidBack", "Ineligible"),
        Ending.of(
                "ineligible after the start, because no log came",
                INELIGIBLE,
                INELIGIBLE_AT,
                road -> road.boughtAndDrawn().sittingBegun().days(22))
            .because("No log of the attested cases came in the time that was given.")
            .mails(PAID, ASKED, "candidate case-log-reminder ×2", "candidate enrolment-ineligible")
            .past("EnrolmentPaid", "LogReminded", "IneligibleAfterStart", "Ineligible"),
        Ending.of(
                "window ended, the log confirmed before",
                WINDOW_ENDED,
                "clinical-certificate EndEvent_WindowEnded",
                road -> road.boughtAndDrawn().logSent().logChecked("yes").days(91))
            .because("The window ended before all was in.")
            .mails(
                PAID,
                ASKED,
                "candidate attestation-confirmed",
                "candidate window-reminder ×5",
                "candidate window-ended")
            .past("EnrolmentPaid", "AttestationConfirmed", "WindowClosed"),
        Ending.of(
                "window ended, the log not checked",
                WINDOW_ENDED,
                "clinical-certificate EndEvent_WindowEnded",
                road -> road.boughtAndDrawn().logSent().days(91))
            .because("The window ended before all was in.")
            .mails(PAID, ASKED, "candidate window-reminder ×5", "candidate window-ended")
            .past("EnrolmentPaid", "AuditLapsed", "WindowClosed"));
  }
}
