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
            ProcessRules.all(),
            TaskRules.all(),
            FlowRules.all(),
            NamingRules.all(),
            DecisionRules.all(),
            FormRules.all(),
            SetRules.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Rule> guarding(List<Rule> rules) {
    return rules.stream().map(Rule::inGuard).toList();
  }
}
