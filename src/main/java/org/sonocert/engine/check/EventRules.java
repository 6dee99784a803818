package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events are complete, and what is referred to exists. */
final class EventRules {
  private static final Set<Kind> BPMN = EnumSet.of(Kind.BPMN);
  private static final Map<String, List<String>> REFERENCES =
      Map.of(
          "sequenceFlow", List.of("sourceRef", "targetRef"),
          "boundaryEvent", List.of("attachedToRef"),
          "messageEventDefinition", List.of("messageRef"),
          "escalationEventDefinition", List.of("escalationRef"),
          "exclusiveGateway", List.of("default"),
          "inclusiveGateway", List.of("default"),
          "bpmndi:BPMNShape", List.of("bpmnElement"),
          "bpmndi:BPMNEdge", List.of("bpmnElement"));

  private EventRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.file(
            "known-reference", BPMN, "the release cannot be deployed", EventRules::references),
        Rule.file(
            "event-complete",
            BPMN,
            "the release cannot be deployed, or the event never happens",
            EventRules::events));
  }

  private static void references(PolicyFile file, Report report) {
    Set<String> ids = new HashSet<>();
    file.nodes().forEach(node -> ids.add(node.id()));
    ids.remove("");
    for (Node node : file.nodes()) {
      for (String reference : REFERENCES.getOrDefault(node.name(), List.of())) {
        String target = node.value(reference);
        boolean missing = target == null && !reference.equals("default");
        if (missing || (target != null && !ids.contains(target))) {
          report.at(
              node.lineOf(reference),
              "'" + node.title() + "' refers to '" + target + "', which is not in the file.");
        }
      }
    }
  }

  private static void events(PolicyFile file, Report report) {
    for (Node event :
        file.all("boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent")) {
      if (Flow.definitions(event).size() != 1) {
        report.at(
            event, "'" + event.title() + "' must be exactly one message, time or escalation.");
      }
    }
    for (Node timer : file.all("timerEventDefinition")) {
      if (timer.children().size() != 1) {
        report.at(timer, "A timer must say exactly one time.");
      }
    }
  }
}
