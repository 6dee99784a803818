package org.sonocert.engine.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sequence flows of a diagram by the element where they begin and where they end. */
final class Ways {
  private final Map<String, List<Node>> out;
  private final Map<String, List<Node>> in;

  Ways(PolicyFile file) {
    out = by(file, "sourceRef");
    in = by(file, "targetRef");
  }

  private static Map<String, List<Node>> by(PolicyFile file, String end) {
    return file.all("sequenceFlow").stream()
        .collect(Collectors.groupingBy(flow -> flow.value(end, "")));
  }

  /** The ways that begin at an element. */
  List<Node> outOf(Node node) {
    return out.getOrDefault(node.id(), List.of());
  }

  /** The ways that end at an element. */
  List<Node> into(Node node) {
    return in.getOrDefault(node.id(), List.of());
  }
}
