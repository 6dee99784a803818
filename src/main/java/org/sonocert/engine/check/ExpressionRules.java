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
  private static final Set<String> TIMES = Set.of("timeDuration", "timeDate", "timeCycle");
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
            "The date must be a variable like ${windowEnd}."),
        text(
            "condition-form",
            Set.of("conditionExpression"),
            text -> Grammar.CONDITION.matcher(text).matches(),
            "program text is evaluated whenever somebody passes here",
            "A condition must have the form ${answer}, ${!answer}, ${answer == 'word'} or a"
                + " comparison with a number. Move anything more into a decision table."),
        text(
            "mapping-form",
            Set.of("camunda:inputParameter", "camunda:outputParameter"),
            ExpressionRules::isMapping,
            "program text is evaluated when the task begins or ends",
            "A value handed over must be plain text, ${variable}, or ${decisionResult[0].name}."),
        text(
            "retry-form",
            Set.of("camunda:failedJobRetryTimeCycle"),
            Grammar::isRetries,
            "a failing step is tried again without end or pause",
            "Repetitions after a failure must be a list of times like PT1M,PT5M,PT30M."),
        Rule.file(
            "timer-form",
            BPMN,
            "the timer fires at once or without end, or ends on another day than the person was"
                + " told",
            ExpressionRules::timers));
  }

  private static boolean isMapping(String text) {
    return !Grammar.holdsExpression(text)
        || Grammar.VARIABLE.matcher(text).matches()
        || Grammar.OUTCOME.matcher(text).matches();
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

  private static void timers(PolicyFile file, Report report) {
    for (Node time : file.all(TIMES.toArray(new String[0]))) {
      String text = time.text();
      boolean good =
          switch (time.name()) {
            case "timeDuration" -> Grammar.isSpan(text);
            case "timeDate" -> Grammar.isInstant(text);
            default -> Grammar.isCycle(text);
          };
      if (!good && Grammar.named(text).isEmpty()) {
        report.at(
            time,
            "The time '"
                + text
                + "' must be days, hours or minutes like P90D or PT30M, a"
                + " repetition with an end like R3/P7D, a date like 2027-01-31T00:00Z, or a"
                + " variable.");
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

  private static Rule text(
      String id,
      Set<String> names,
      java.util.function.Predicate<String> good,
      String breaks,
      String message) {
    return Rule.file(
        id,
        BPMN,
        breaks,
        (file, report) -> {
          for (Node node : file.all(names.toArray(new String[0]))) {
            if (!good.test(node.text())) {
              report.at(node, message);
            }
          }
        });
  }
}
