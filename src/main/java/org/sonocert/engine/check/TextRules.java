package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Expressions that stand as text: conditions, times, values handed over. */
final class TextRules {
  private static final Set<Kind> BPMN = EnumSet.of(Kind.BPMN);
  private static final Set<String> TIMES = Set.of("timeDuration", "timeDate", "timeCycle");

  private TextRules() {}

  static List<Rule> all() {
    return List.of(
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
            TextRules::isMapping,
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
            TextRules::timers));
  }

  private static boolean isMapping(String text) {
    return !Grammar.holdsExpression(text)
        || Grammar.VARIABLE.matcher(text).matches()
        || Grammar.OUTCOME.matcher(text).matches();
  }

  private static void timers(PolicyFile file, Report report) {
    for (Node time : file.all(TIMES.toArray(new String[0]))) {
      String text = time.rawText();
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

  private static Rule text(
      String id, Set<String> names, Predicate<String> good, String breaks, String message) {
    return Rule.file(
        id,
        BPMN,
        breaks,
        (file, report) -> {
          for (Node node : file.all(names.toArray(new String[0]))) {
            // The engine trims a condition, and nothing else.
            boolean trimmed = node.name().equals("conditionExpression");
            if (!good.test(trimmed ? node.text() : node.rawText())) {
              report.at(node, message);
            }
          }
        });
  }
}
