package org.sonocert.ends;

import static org.sonocert.enrolment.EnrolmentState.WINDOW_ENDED;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The ends of looking for a candidate whom no mail reaches; the window goes on all the while. */
final class UnreachedEndings {
  private UnreachedEndings() {}

  static Stream<Ending> all() {
    return Stream.of(
        ending("reached after a second try", road -> road.lookedFor("no").days(4).lookedFor("yes"))
            .past("EnrolmentPaid", "Spoken", "CandidateReached", "WindowClosed"),
        ending("never reached", road -> road.lookedFor("no").days(4))
            .past("EnrolmentPaid", "NobodyToReach", "WindowClosed"));
  }

  private static Ending ending(String name, UnaryOperator<Road> way) {
    return Ending.of(
            name,
            WINDOW_ENDED,
            "clinical-certificate EndEvent_WindowEnded",
            road -> way.apply(road.bought().mailboxGone()).days(91))
        .because("The window ended before all was in.")
        .mails(
            "candidate purchase-confirmed",
            "candidate window-reminder ×5",
            "candidate window-ended");
  }
}
