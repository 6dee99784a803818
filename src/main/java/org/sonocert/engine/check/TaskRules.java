package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What each task must say: who, by which form, by which rules, and why. */
final class TaskRules {
  private static final Set<Kind> BPMN = EnumSet.of(Kind.BPMN);
  private static final String CASE_NUMBER = "#{execution.processBusinessKey}";

  /** The player is a page of its own; docs/policy-rules.md says so too. */
  private static final Set<String> OWN_PAGE = Set.of("Activity_SitCases");

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
                    .filter(task -> !OWN_PAGE.contains(task.id()))
                    .forEach(
                        task -> report.at(task, "Task '" + task.title() + "' names no form."))),
        Rule.file(
            "bound-to-release",
            BPMN,
            "a person is judged by rules that were published after they bought",
            TaskRules::bindings),
        Rule.file(
            "hands-over-enrolment",
            BPMN,
            "the called process does not know whose enrolment it works on",
            (file, report) -> {
              for (Node call : file.all("callActivity")) {
                if (caseNumbers(call) != 1) {
                  report.at(
                      call,
                      "'"
                          + call.title()
                          + "' must hand over the enrolment once, with the business"
                          + " key "
                          + CASE_NUMBER
                          + ".");
                }
              }
            }),
        Rule.file(
            "plain-handover",
            BPMN,
            "a value is handed over under a name that nothing reads, or all values are",
            TaskRules::handover),
        Rule.file(
            "decision-outcome",
            BPMN,
            "the outcome of the decision is kept in a form that the diagram cannot ask",
            TaskRules::outcomes),
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

  private static void bindings(PolicyFile file, Report report) {
    binding(file, report, "userTask", "camunda:formRef", "camunda:formRefBinding");
    binding(file, report, "businessRuleTask", "camunda:decisionRef", "camunda:decisionRefBinding");
    binding(file, report, "callActivity", "calledElement", "camunda:calledElementBinding");
  }

  private static void binding(
      PolicyFile file, Report report, String element, String reference, String binding) {
    for (Node node : file.all(element)) {
      boolean optional = element.equals("userTask") && node.value(reference) == null;
      boolean bound = "deployment".equals(node.value(binding));
      if (!optional && (!bound || node.value(reference, "").isBlank())) {
        report.at(
            node.lineOf(binding),
            "'"
                + node.title()
                + "' must name its form, table or process and bind it to"
                + " 'deployment', so that it comes from the same release.");
      }
    }
  }

  private static long caseNumbers(Node call) {
    return call.all("camunda:in").stream()
        .filter(in -> CASE_NUMBER.equals(in.value("businessKey")))
        .count();
  }

  private static void handover(PolicyFile file, Report report) {
    for (Node node : file.all("camunda:in", "camunda:out")) {
      String key = node.value("businessKey");
      boolean good =
          key == null
              ? isName(node.value("source", "")) && isName(node.value("target", ""))
              : key.equals(CASE_NUMBER) && node.attributes().size() == 1;
      if (!good) {
        report.at(node, "A value handed over needs a plain name here and a plain name there.");
      }
    }
    for (Node node : file.all("camunda:inputParameter", "camunda:outputParameter")) {
      if (!isName(node.value("name", ""))) {
        report.at(node, "The value '" + node.value("name", "") + "' needs a plain name.");
      }
    }
  }

  private static boolean isName(String name) {
    return Grammar.NAME.matcher(name).matches();
  }

  private static void outcomes(PolicyFile file, Report report) {
    for (Node task : file.all("businessRuleTask")) {
      String map = task.value("camunda:mapDecisionResult", "resultList");
      String variable = task.value("camunda:resultVariable");
      boolean known = Set.of("singleEntry", "singleResult", "resultList").contains(map);
      boolean good = variable == null || (map.equals("singleEntry") && isName(variable));
      if (!known || !good) {
        report.at(
            task,
            "The outcome of '"
                + task.title()
                + "' must be taken value by value, or as a single"
                + " entry under a plain name.");
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
