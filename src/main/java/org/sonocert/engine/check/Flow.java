package org.sonocert.engine.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which elements of a diagram are which, and how they are connected. */
final class Flow {
  static final String[] TASKS = {"userTask", "serviceTask", "businessRuleTask", "callActivity"};
  static final String[] EVENTS = {
    "startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent"
  };
  static final String[] GATEWAYS = {
    "parallelGateway", "exclusiveGateway", "inclusiveGateway", "eventBasedGateway"
  };
  static final Set<String> DEFINITIONS =
      Set.of(
          "messageEventDefinition",
          "timerEventDefinition",
          "escalationEventDefinition",
          "terminateEventDefinition");

  private static final Set<String> WAITING =
      Set.of("userTask", "callActivity", "intermediateCatchEvent", "eventBasedGateway");

  private final Map<String, Node> nodes = new HashMap<>();
  private final Map<String, List<String>> next = new HashMap<>();
  private final Map<String, List<String>> exits = new HashMap<>();

  Flow(PolicyFile file) {
    flowNodes(file).forEach(node -> nodes.put(node.id(), node));
    for (Node flow : file.all("sequenceFlow")) {
      connect(flow.value("sourceRef", ""), flow.value("targetRef", ""));
    }
    // Who enters a sub-process begins at its start event.
    for (Node start : file.all("startEvent")) {
      if (start.isIn("subProcess") && start.parent() != null) {
        connect(start.parent().id(), start.id());
      }
    }
    for (Node end : file.all("endEvent")) {
      leave(end);
    }
    for (Node thrown : file.all("escalationEventDefinition")) {
      caught(file, thrown);
    }
  }

  /** The end of a sub-process goes on where the sub-process goes on. */
  private void leave(Node end) {
    Node scope = end.parent();
    while (scope != null && isEventSubProcess(scope)) {
      scope = scope.parent();
    }
    if (scope != null && scope.name().equals("subProcess")) {
      exits.computeIfAbsent(scope.id(), id -> new ArrayList<>()).add(end.id());
    }
  }

  private void caught(PolicyFile file, Node thrown) {
    if (thrown.parent() == null || isCatching(thrown.parent())) {
      return;
    }
    for (Node other : file.all("escalationEventDefinition")) {
      if (other.parent() != null && isCatching(other.parent())) {
        connect(thrown.parent().id(), other.parent().id());
      }
    }
  }

  private static boolean isCatching(Node event) {
    return event.name().equals("boundaryEvent") || event.name().equals("startEvent");
  }

  private List<String> following(String id) {
    boolean scope = exits.containsKey(id);
    List<String> ids = new ArrayList<>(next.getOrDefault(id, List.of()));
    ids.removeIf(target -> scope && !isInside(target, id));
    exits.forEach(
        (around, ends) -> {
          if (ends.contains(id)) {
            next.getOrDefault(around, List.of()).stream()
                .filter(target -> !isInside(target, around))
                .forEach(ids::add);
          }
        });
    return ids;
  }

  private boolean isInside(String id, String scope) {
    Node node = nodes.get(id);
    return node != null && node.parent() != null && node.parent().id().equals(scope);
  }

  private void connect(String source, String target) {
    next.computeIfAbsent(source, id -> new ArrayList<>()).add(target);
  }

  static List<Node> flowNodes(PolicyFile file) {
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

  /** Whether one can come back to this element without anybody or anything being waited for. */
  boolean runsInCircle(Node start) {
    List<String> open = new ArrayList<>(following(start.id()));
    List<String> seen = new ArrayList<>();
    while (!open.isEmpty()) {
      String id = open.remove(open.size() - 1);
      Node node = nodes.get(id);
      if (node == null || WAITING.contains(node.name()) || seen.contains(id)) {
        continue;
      }
      if (id.equals(start.id())) {
        return true;
      }
      seen.add(id);
      open.addAll(following(id));
    }
    return false;
  }

  /** Whether a person, a time or a message is waited for here. */
  static boolean waits(Node node) {
    return WAITING.contains(node.name());
  }
}
