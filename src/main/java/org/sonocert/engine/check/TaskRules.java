package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What each task must say: who, by which form, by which rules, and why. */
final class TaskRules {
  private static final Set<Kind> BPMN = EnumSet.of(Kind.BPMN);

  private TaskRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "known-step",
            Rule.Scope.FILE,
            BPMN,
            "every enrolment stops at this task with an incident",
            false,
            TaskRules::knownSteps),
        Rule.file(
            "task-has-group",
            BPMN,
            "the task waits for ever, since nobody is offered it",
            (file, report) ->
                file.all("userTask").stream()
                    .filter(task -> task.value("camunda:candidateGroups") == null)
                    .forEach(
                        task -> report.at(task, "Task '" + task.title() + "' names no group."))),
        Rule.file(
            "task-has-form",
            BPMN,
            "whoever opens the task finds an empty page and cannot complete it",
            (file, report) ->
                file.all("userTask").stream()
                    .filter(task -> task.value("camunda:formRef", "").isBlank())
                    .forEach(
                        task -> report.at(task, "Task '" + task.title() + "' names no form."))),
        Rule.file(
            "says-why",
            EnumSet.of(Kind.BPMN, Kind.DMN),
            "the candidate's page and the auditor show an empty line",
            TaskRules::reasons));
  }

  private static void knownSteps(PolicyFile file, PolicySet set, Report report) {
    for (Node task : file.all("serviceTask")) {
      String step = Grammar.named(task.value("camunda:delegateExpression", ""));
      if (!step.isEmpty() && !set.steps().steps().containsKey(step)) {
        report.at(
            task.lineOf("camunda:delegateExpression"),
            "There is no step '" + step + "' in the step catalogue. Choose one that exists.");
      }
    }
  }

  private static void reasons(PolicyFile file, Report report) {
    for (Node node :
        file.all(
            "process", "userTask", "serviceTask", "callActivity", "businessRuleTask", "decision")) {
      Node why = node.child(node.name().equals("decision") ? "description" : "documentation");
      if (why == null || why.text().isBlank()) {
        report.at(
            node,
            "'" + node.title() + "' does not say why it is there. Fill in its documentation.");
      }
    }
  }
}
