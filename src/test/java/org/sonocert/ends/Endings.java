package org.sonocert.ends;

import static org.sonocert.enrolment.EnrolmentState.CERTIFIED;
import static org.sonocert.enrolment.EnrolmentState.UNSUCCESSFUL;
import static org.sonocert.enrolment.EnrolmentState.WINDOW_ENDED;

import java.util.stream.Stream;

/** The table of all ends. */
final class Endings {
  private static final String TRUNK = "clinical-certificate EndEvent_";
  private static final String PAID = "candidate purchase-confirmed";
  private static final String REMINDED = "candidate window-reminder ×5";
  private static final String[] ASKED = {
    "first evaluator-invitation", "second evaluator-invitation"
  };
  private static final String[] PEERS_DONE = {
    "EnrolmentPaid",
    "EvaluatorsNamed",
    "FirstEvaluationIn",
    "TwoEvaluationsIn",
    "PeerEvaluationDone"
  };

  private Endings() {}

  static Stream<Ending> all() {
    return Stream.of(
            ApplicationEndings.all(),
            decided(),
            early(),
            RefundEndings.all(),
            WithdrawalEndings.all(),
            UnreachedEndings.all(),
            DisputeEndings.all(),
            AuditEndings.all())
        .flatMap(endings -> endings);
  }

  private static Stream<Ending> decided() {
    String awarded = "The assessment was passed and the peer evaluations meet the standard.";
    String below = "The assessment was passed, but the peer evaluations are below the standard.";
    return Stream.of(
        Ending.of(
                "credential issued",
                CERTIFIED,
                TRUNK + "CredentialIssued",
                road -> road.bought().named().passed().evaluated("4", "3"))
            .because(awarded)
            .results(
                "assessment passed, release 1: Your score reached the pass mark",
                "peers met, release 1: The mean of the two evaluations is 3.0 or more",
                "credential valid, release 1: " + awarded)
            .evaluators("first submitted", "second submitted")
            .mails(with(ASKED, PAID, "candidate certificate-issued"))
            .past(with(PEERS_DONE, "AssessmentPassed", "EvidenceIn")),
        Ending.of(
                "evaluations below the standard",
                UNSUCCESSFUL,
                TRUNK + "Unsuccessful",
                road -> road.bought().named().evaluated("2", "3").passed())
            .because(below)
            .results(
                "assessment passed, release 1: Your score reached the pass mark",
                "peers below, release 1: The mean of the two evaluations is below 3.0.")
            .evaluators("first submitted", "second submitted")
            .mails(with(ASKED, PAID, "candidate result-unsuccessful"))
            .past(with(PEERS_DONE, "AssessmentPassed", "EvidenceIn")),
        Ending.of(
                "assessment failed after good evaluations",
                UNSUCCESSFUL,
                TRUNK + "Unsuccessful",
                road -> road.bought().named().evaluated("4", "4").failed())
            .because("The assessment was not passed. The peer evaluations meet the standard.")
            .results(
                "assessment failed, release 1: Your score was below the pass mark",
                "peers met, release 1: The mean of the two evaluations is 3.0 or more")
            .evaluators("first submitted", "second submitted")
            .mails(with(ASKED, PAID, "candidate result-unsuccessful"))
            .past(with(PEERS_DONE, "AssessmentBelowStandard", "AssessmentNotPassed")),
        failedWhileOneWasAsked());
  }

  private static Ending failedWhileOneWasAsked() {
    return Ending.of(
            "assessment failed while an evaluator was asked",
            UNSUCCESSFUL,
            TRUNK + "Unsuccessful",
            road -> road.bought().named().evaluated("4").failed())
        .because(
            "The assessment was not passed. The peer evaluations were not complete and are no"
                + " longer needed.")
        .results("assessment failed, release 1: Your score was below the pass mark")
        .evaluators("first submitted", "second released")
        .mails(with(ASKED, PAID, "candidate result-unsuccessful", "second evaluator-released"))
        .past(
            "EnrolmentPaid",
            "EvaluatorsNamed",
            "FirstEvaluationIn",
            "AssessmentBelowStandard",
            "AssessmentNotPassed");
  }

  private static Stream<Ending> early() {
    String ended = "The window ended before all was in.";
    return Stream.of(
        Ending.of(
                "window ended, nothing done",
                WINDOW_ENDED,
                TRUNK + "WindowEnded",
                road -> road.bought().days(91))
            .because(ended)
            .mails(PAID, REMINDED, "candidate window-ended")
            .past("EnrolmentPaid", "WindowClosed"),
        Ending.of(
                "window ended, a question asked afterwards and answered",
                WINDOW_ENDED,
                TRUNK + "WindowEnded",
                road -> road.bought().days(91).askedAndAnswered())
            .because(ended)
            .mails(
                PAID,
                REMINDED,
                "candidate window-ended",
                "candidate support-received",
                "candidate support-answered")
            .past("EnrolmentPaid", "WindowClosed", "RequestAnswered"),
        Ending.of(
                "window ended, assessment open",
                WINDOW_ENDED,
                TRUNK + "WindowEnded",
                road -> road.bought().named().evaluated("4", "4").sittingBegun().days(91))
            .because(ended)
            .results("peers met, release 1: The mean")
            .evaluators("first submitted", "second submitted")
            .mails(with(ASKED, PAID, REMINDED, "candidate window-ended"))
            .past(with(PEERS_DONE, "WindowClosed")),
        windowEndedWithOneEvaluationMissing(ended));
  }

  private static Ending windowEndedWithOneEvaluationMissing(String ended) {
    return Ending.of(
            "window ended, one evaluation missing",
            WINDOW_ENDED,
            TRUNK + "WindowEnded",
            road -> road.bought().named().passed().evaluated("4").replaced().days(91))
        .because(ended)
        .results("assessment passed, release 1: Your score reached the pass mark")
        .evaluators("first submitted", "second replaced", "third released")
        .mails(
            with(
                ASKED,
                PAID,
                REMINDED,
                "candidate window-ended",
                "second nominee-stood-down",
                "third evaluator-invitation",
                "third evaluator-reminder ×4",
                "third evaluator-released"))
        .past(
            "EnrolmentPaid",
            "EvaluatorsNamed",
            "FirstEvaluationIn",
            "AssessmentPassed",
            "ReplacementNamed",
            "EvaluatorReminded",
            "WindowClosed");
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }
}
