package org.sonocert.engine.check;

import java.util.List;
import java.util.stream.Stream;

/** Every rule, in the order of the documentation. */
final class Rules {
  private Rules() {}

  static List<Rule> all() {
    return Stream.of(
            ReadingRules.all(),
            WordRules.all(),
            ExpressionRules.all(),
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
}
