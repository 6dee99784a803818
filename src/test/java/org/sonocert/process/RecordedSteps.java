package org.sonocert.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.sonocert.engine.check.StepNames;

/** Stands in for every step of the diagrams: notes the call, answers as told, fails when told. */
final class RecordedSteps {
  static final List<String> NAMES =
      List.of(
          "computeDueDate",
          "recordWaiverRefused",
          "gatherEligibilityFacts",
          "recordNotEligible",
          "prepareQuote",
          "openEnrolment",
          "recordApplicationWithdrawn",
          "remindCandidate",
          "planReminder",
          "closeEnrolment",
          "lookForHolds",
          "issueCredential",
          "recordUnsuccessful",
          "recordCancelled",
          "recordWithdrawn",
          "recordReversed",
          "readDispute",
          "holdDecision",
          "planDisputeAnswer",
          "remindOfDispute",
          "releaseDecision",
          "reversePayment",
          "suspendCredential",
          "reinstateCredential",
          "recordIneligible",
          "drawLot",
          "beginAttestationAudit",
          "askForCaseLog",
          "remindOfCaseLog",
          "recordNoCaseLog",
          "recordAuditLapsed",
          "recordCaseLogConfirmed",
          "endAsIneligible",
          "oweRefund",
          "countDaysLeft",
          "scoreSitting",
          "recordAssessmentResult",
          "inviteEvaluator",
          "remindEvaluator",
          "countEvaluation",
          "returnEvaluation",
          "scorePeers",
          "recordPeerResult",
          "gatherRefundFacts",
          "recordRefundRefused",
          "recordRefundGranted",
          "stopWork",
          "orderReturn",
          "handOverRefund",
          "recordMoneyReturned",
          "readRequest",
          "recordDeath",
          "askForMoreTime",
          "addDays",
          "recordExceptionRefused",
          "confirmRequest",
          "sendAnswer");

  private final Map<String, JavaDelegate> answers = new HashMap<>();
  private final List<String> calls = new ArrayList<>();

  /** What the engine sees as its beans. */
  Map<Object, Object> beans() {
    Map<Object, Object> beans = new HashMap<>();
    NAMES.forEach(name -> beans.put(name, (JavaDelegate) execution -> call(name, execution)));
    return beans;
  }

  /** The same names for the check of the diagrams, which asks nothing more here. */
  Map<String, StepNames.StepInfo> declared() {
    return NAMES.stream()
        .collect(
            Collectors.toMap(
                Function.identity(), name -> new StepNames.StepInfo(Set.of(), Set.of())));
  }

  private void call(String name, DelegateExecution execution) throws Exception {
    Object nominee = execution.getVariable("nomineeId");
    calls.add(
        execution.getProcessBusinessKey() + " " + name + (nominee == null ? "" : " " + nominee));
    answers.getOrDefault(name, ignored -> {}).execute(execution);
  }

  /** From now on the step does this. */
  void answer(String name, JavaDelegate answer) {
    answers.put(name, answer);
  }

  /** From now on the step sets one variable. */
  void answer(String name, String variable, Object value) {
    answers.put(name, execution -> execution.setVariable(variable, value));
  }

  void forget() {
    answers.clear();
    calls.clear();
  }

  /** The calls for one enrolment, in order, each with the nominee that it was about. */
  List<String> callsFor(String key) {
    return calls.stream()
        .filter(call -> call.startsWith(key))
        .map(call -> call.substring(key.length() + 1))
        .toList();
  }
}
