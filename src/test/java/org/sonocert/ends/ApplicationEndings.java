package org.sonocert.ends;

import static org.sonocert.enrolment.EnrolmentState.APPLICATION_ENDED;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The ends of an application that leads to no purchase. */
final class ApplicationEndings {
  private ApplicationEndings() {}

  static Stream<Ending> all() {
    String refused = "The examination was passed more than five years ago.";
    return Stream.of(
        Ending.of(
                "not eligible",
                APPLICATION_ENDED,
                "application EndEvent_NotEligible",
                road -> road.attested(19))
            .because("You attested fewer cases than this area asks for.")
            .results("application not-eligible, release 1: You attested fewer cases")
            .mails("candidate application-not-eligible"),
        Ending.of(
                "waiver refused",
                APPLICATION_ENDED,
                "application EndEvent_WaiverRefused",
                road -> road.waiverRefused(refused))
            .because(refused)
            .results("application waiver-refused, release 1: " + refused)
            .mails("candidate waiver-refused"),
        withdrawn("withdrawn at once", Road::withdrawn),
        withdrawn("withdrawn before the fundamentals are shown", r -> r.described().withdrawn()),
        withdrawn("withdrawn while staff check the waiver", r -> r.waiverAsked().withdrawn()),
        withdrawn("withdrawn before paying", r -> r.quoted().withdrawn()));
  }

  private static Ending withdrawn(String name, UnaryOperator<Road> way) {
    return Ending.of(name, APPLICATION_ENDED, "application Activity_WithdrawApplication", way)
        .because("The candidate withdrew the application.")
        .results("application withdrawn, release 1: The candidate withdrew")
        .past("ApplicationWithdrawn");
  }
}
