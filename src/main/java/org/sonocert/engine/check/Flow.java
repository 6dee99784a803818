package org.sonocert.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which elements of a diagram are which. */
final class Flow {
  static final String[] EVENTS = {
    "startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent"
  };

  private static final String[] TASKS = {
    "userTask", "serviceTask", "businessRuleTask", "callActivity"
  };
  private static final String[] GATEWAYS = {
    "parallelGateway", "exclusiveGateway", "inclusiveGateway", "eventBasedGateway"
  };
  private static final Set<String> DEFINITIONS =
      Set.of(
          "messageEventDefinition",
          "timerEventDefinition",
          "escalationEventDefinition",
          "terminateEventDefinition");
  private static final Set<String> WAITING =
      Set.of("userTask", "callActivity", "intermediateCatchEvent", "eventBasedGateway");

  private Flow() {}

  /** All tasks, events, gateways and sub-processes. */
  static List<Node> nodes(PolicyFile file) {
    List<Node> found = new ArrayList<>();
    found.addAll(file.all(TASKS));
    found.addAll(file.all(EVENTS));
    found.addAll(file.all(GATEWAYS));
    found.addAll(file.all("subProcess"));
    return found;
  }

  static boolean isEventSubProcess(Node node) {
    return node.name().equals("subProcess") && "true".equals(node.value("triggeredByEvent"));
  }

  /** The definitions inside an event: timer, message and so on. */
  static List<Node> definitions(Node event) {
    return event.children().stream().filter(child -> DEFINITIONS.contains(child.name())).toList();
  }

  /** Whether a person, a time or a message is waited for here. */
  static boolean waits(Node node) {
    return WAITING.contains(node.name());
  }
}
