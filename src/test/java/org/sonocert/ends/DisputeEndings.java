package org.sonocert.ends;

import static org.sonocert.enrolment.EnrolmentState.CERTIFIED;
import static org.sonocert.enrolment.EnrolmentState.PAYMENT_REVERSED;

import java.util.stream.Stream;

/** The ends of enrolments whose payment was disputed at the card company. */
final class DisputeEndings {
  private static final String REVERSED =
      "The card company gave the payment back to the holder of the card.";
  private static final String AWARDED =
      "The assessment was passed and the peer evaluations meet the standard.";
  private static final String PAID = "candidate purchase-confirmed";
  private static final String[] ASKED = {
    PAID, "first evaluator-invitation", "second evaluator-invitation"
  };
  private static final String[] ALL_DONE = {
    "EnrolmentPaid",
    "EvaluatorsNamed",
    "FirstEvaluationIn",
    "TwoEvaluationsIn",
    "PeerEvaluationDone",
    "AssessmentPassed",
    "EvidenceIn"
  };

  private DisputeEndings() {}

  static Stream<Ending> all() {
    return Stream.of(lostAtWork(), lostWhileTheAwardWaits(), wonWhileTheAwardWaits(), lostLater());
  }

  private static Ending lostAtWork() {
    return Ending.of(
            "payment reversed during the work",
            PAYMENT_REVERSED,
            "clinical-certificate Activity_ReverseEnrolment",
            road -> road.bought().named().sittingBegun().disputed().decidedByCompany("lost"))
        .because(REVERSED)
        .evaluators("first released", "second released")
        .mails(
            with(
                ASKED,
                "candidate payment-reversed",
                "first evaluator-released",
                "second evaluator-released"))
        .past("EnrolmentPaid", "EvaluatorsNamed", "PaymentReversed", "DisputeLost");
  }

  private static Ending lostWhileTheAwardWaits() {
    return Ending.of(
            "payment reversed while the award waits",
            PAYMENT_REVERSED,
            "clinical-certificate Activity_ReverseEnrolment",
            road ->
                road.bought()
                    .named()
                    .disputed()
                    .passed()
                    .evaluated("4", "3")
                    .deciding()
                    .disputeAnswered()
                    .decidedByCompany("lost"))
        .because(REVERSED)
        .results("assessment passed, release 1:", "peers met, release 1:")
        .evaluators("first submitted", "second submitted")
        .mails(with(ASKED, "candidate payment-reversed"))
        .past(with(ALL_DONE, "PaymentReversed", "DisputeLost"));
  }

  private static Ending wonWhileTheAwardWaits() {
    return Ending.of(
            "credential issued after a dispute was won",
            CERTIFIED,
            "clinical-certificate EndEvent_CredentialIssued",
            road ->
                road.bought()
                    .named()
                    .passed()
                    .disputed()
                    .evaluated("4", "3")
                    .deciding()
                    .days(3)
                    .disputeAnswered()
                    .days(120)
                    .decidedByCompany("won"))
        .because(AWARDED)
        .results(
            "assessment passed, release 1:",
            "peers met, release 1:",
            "credential valid, release 1: " + AWARDED)
        .evaluators("first submitted", "second submitted")
        .mails(with(ASKED, "candidate certificate-issued", "managers dispute-waits"))
        .past(with(ALL_DONE, "DisputeWon", "DisputeReminded"));
  }

  private static Ending lostLater() {
    return Ending.of(
            "credential suspended after a dispute was lost",
            CERTIFIED,
            "clinical-certificate EndEvent_CredentialIssued",
            road ->
                road.bought()
                    .named()
                    .passed()
                    .evaluated("4", "3")
                    .over()
                    .disputed()
                    .disputeAnswered()
                    .decidedByCompany("lost"))
        .because(AWARDED)
        .results(
            "assessment passed, release 1:",
            "peers met, release 1:",
            "credential suspended, release 1: " + AWARDED)
        .evaluators("first submitted", "second submitted")
        .mails(with(ASKED, "candidate certificate-issued", "candidate credential-suspended"))
        .past(with(ALL_DONE, "CredentialSuspended"));
  }

  private static String[] with(String[] some, String... others) {
    return Stream.concat(Stream.of(some), Stream.of(others)).toArray(String[]::new);
  }
}
