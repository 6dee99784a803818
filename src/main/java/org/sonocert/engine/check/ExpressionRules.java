package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Expressions stand in few places, and in each of them have one fixed form. */
final class ExpressionRules {
  private static final Set<Kind> BPMN = EnumSet.of(Kind.BPMN);
  private static final String STEP = "camunda:delegateExpression";
  private static final String GROUPS = "camunda:candidateGroups";
  private static final Set<String> DATES = Set.of("camunda:dueDate", "camunda:followUpDate");
  private static final Set<String> CELLS =
      Set.of("inputExpression", "inputEntry", "outputEntry", "inputValues", "outputValues");
  private static final Set<String> OWN_TEXT =
      Set.of(
          "conditionExpression",
          "timeDuration",
          "timeDate",
          "timeCycle",
          "camunda:inputParameter",
          "camunda:outputParameter",
          "camunda:failedJobRetryTimeCycle");

  private ExpressionRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.file(
            "no-expression-here",
            EnumSet.of(Kind.BPMN, Kind.DMN),
            "the engine evaluates names, descriptions and references as program text",
            ExpressionRules::nowhereElse),
        Rule.file(
            "step-name",
            BPMN,
            "the service task does nothing, or calls into the program",
            ExpressionRules::steps),
        attribute(
            "group-form",
            Set.of(GROUPS),
            Grammar.GROUP,
            "the task is offered to nobody, or program text is evaluated",
            "The group must be one plain name like 'reviewer', or a variable like ${reviewerGroup}."),
        attribute(
            "date-form",
            DATES,
            Pattern.compile("(?!)"),
            "the task gets no date, or program text is evaluated",
            "The date must be a variable like ${windowEnd}."));
  }

  private static void nowhereElse(PolicyFile file, Report report) {
    String message = "A formula may not stand here. Write plain text.";
    for (Node node : file.nodes()) {
      node.attributes()
          .forEach(
              (name, attribute) -> {
                if (Grammar.holdsExpression(attribute.value()) && !ownForm(node, name)) {
                  report.at(attribute.line(), message);
                }
              });
      boolean cell =
          node.name().equals("text")
              && node.parent() != null
              && CELLS.contains(node.parent().name());
      if (Grammar.holdsExpression(node.text()) && !OWN_TEXT.contains(node.name()) && !cell) {
        report.at(node, message);
      }
    }
  }

  private static boolean ownForm(Node node, String attribute) {
    return attribute.equals(STEP)
        || attribute.equals(GROUPS)
        || DATES.contains(attribute)
        || (attribute.equals("businessKey") && node.name().equals("camunda:in"));
  }

  private static void steps(PolicyFile file, Report report) {
    for (Node task : file.all("serviceTask")) {
      if (Grammar.named(task.value(STEP, "")).isEmpty()) {
        report.at(
            task.lineOf(STEP),
            "Task '"
                + task.title()
                + "' must name one step of the catalogue, like ${openEnrolment}.");
      }
    }
  }

  private static Rule attribute(
      String id, Set<String> names, Pattern literal, String breaks, String message) {
    return Rule.file(
        id,
        BPMN,
        breaks,
        (file, report) -> {
          for (Node node : file.nodes()) {
            for (String name : names) {
              String value = node.value(name);
              if (value != null
                  && Grammar.named(value).isEmpty()
                  && !literal.matcher(value).matches()) {
                report.at(node.lineOf(name), message);
              }
            }
          }
        });
  }
}
