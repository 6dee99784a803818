package org.sonocert.engine.check;

import java.util.HashSet;
import java.util.Set;

/** All variables that something in a release sets: steps, decisions, forms, and handing over. */
final class Variables {
  private final PolicySet set;

  Variables(PolicySet set) {
    this.set = set;
  }

  Set<String> known() {
    Set<String> known = new HashSet<>();
    set.steps().steps().values().forEach(step -> known.addAll(step.writes()));
    for (PolicyFile file : set.files()) {
      for (Node node : file.nodes()) {
        switch (node.name()) {
          case "components" -> known.add(node.value("key", ""));
          case "businessRuleTask" -> known.add(node.value("camunda:resultVariable", ""));
          case "camunda:in", "camunda:out" -> known.add(node.value("target", ""));
          case "camunda:inputParameter", "camunda:outputParameter" ->
              known.add(node.value("name", ""));
          default -> {
            // sets nothing
          }
        }
      }
    }
    return known;
  }
}
