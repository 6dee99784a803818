package org.sonocert.engine.check;

import java.util.List;
import java.util.stream.Stream;

/** Every rule, in the order of the documentation. */
final class Rules {
  private Rules() {}

  static List<Rule> all() {
    return Stream.of(
            guarding(ReadingRules.all()),
            guarding(WordRules.all()),
            guarding(ExpressionRules.all()),
            guarding(TextRules.all()),
            guarding(PropertyRules.all()),
            ProcessRules.all(),
            TaskRules.all(),
            CallRules.all(),
            FlowRules.all(),
            EventRules.all(),
            NamingRules.all(),
            DrawingRules.all(),
            DecisionRules.all(),
            CellRules.all(),
            FormRules.all(),
            FormTextRules.all(),
            PlainTextRules.all(),
            SetRules.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Rule> guarding(List<Rule> rules) {
    return rules.stream().map(Rule::inGuard).toList();
  }
}
