package org.sonocert.engine.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds where a diagram comes back to itself without anybody or anything being waited for: takes
 * away whatever nothing leads to, and whatever leads nowhere, until only circles are left.
 */
final class Circles {
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Set<String>> next = new HashMap<>();
  private final Map<String, Set<String>> before = new HashMap<>();
  private final Map<String, Set<String>> ends = new HashMap<>();

  Circles(PolicyFile file) {
    Flow.nodes(file).stream()
        .filter(node -> !Flow.waits(node))
        .forEach(node -> nodes.put(node.id(), node));
    file.all("endEvent").forEach(this::leave);
    for (Node flow : file.all("sequenceFlow")) {
      String source = flow.value("sourceRef", "");
      String target = flow.value("targetRef", "");
      // What follows a sub-process follows each of its ends.
      ends.getOrDefault(source, Set.of(source)).forEach(end -> connect(end, target));
    }
    for (Node start : file.all("startEvent")) {
      if (start.isIn("subProcess") && start.parent() != null) {
        connect(start.parent().id(), start.id());
      }
    }
    escalations(file);
  }

  /** The elements that stand in a circle, in the order of the file. */
  List<Node> found() {
    Set<String> left = new HashSet<>(nodes.keySet());
    strip(left, before, next);
    strip(left, next, before);
    return nodes.values().stream().filter(node -> left.contains(node.id())).toList();
  }

  private static void strip(
      Set<String> left, Map<String, Set<String>> from, Map<String, Set<String>> to) {
    Deque<String> open = new ArrayDeque<>(left);
    while (!open.isEmpty()) {
      String id = open.pop();
      boolean held = from.getOrDefault(id, Set.of()).stream().anyMatch(left::contains);
      if (!held && left.remove(id)) {
        to.getOrDefault(id, Set.of()).stream().filter(left::contains).forEach(open::push);
      }
    }
  }

  /** An end inside a sub-process, or inside an event sub-process of it, is a way out of it. */
  private void leave(Node end) {
    Node scope = end.parent();
    while (scope != null && Flow.isEventSubProcess(scope)) {
      scope = scope.parent();
    }
    if (scope != null && scope.name().equals("subProcess")) {
      ends.computeIfAbsent(scope.id(), id -> new HashSet<>()).add(end.id());
    }
  }

  /** An escalation is caught at once, wherever it may be caught. */
  private void escalations(PolicyFile file) {
    String meeting = "escalation";
    boolean thrown = false;
    for (Node definition : file.all("escalationEventDefinition")) {
      Node event = definition.parent();
      if (event != null) {
        thrown = true;
        if (event.name().equals("boundaryEvent") || event.name().equals("startEvent")) {
          connect(meeting, event.id());
        } else {
          connect(event.id(), meeting);
        }
      }
    }
    if (thrown) {
      nodes.put(meeting, new Node(meeting, 1, null));
    }
  }

  private void connect(String source, String target) {
    next.computeIfAbsent(source, id -> new HashSet<>()).add(target);
    before.computeIfAbsent(target, id -> new HashSet<>()).add(source);
  }
}
