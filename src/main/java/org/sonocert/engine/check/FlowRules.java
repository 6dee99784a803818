package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the elements of a diagram must be connected. */
final class FlowRules {
  private static final Set<Kind> BPMN = EnumSet.of(Kind.BPMN);
  private static final Set<String> CHOICES = Set.of("exclusiveGateway", "inclusiveGateway");
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

  private FlowRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.file("known-reference", BPMN, "the release cannot be deployed", FlowRules::references),
        Rule.file(
            "choice-has-default",
            BPMN,
            "an enrolment for which no answer fits stops with an incident",
            FlowRules::defaults),
        Rule.file(
            "condition-at-choice",
            BPMN,
            "a person goes two ways at once, or none",
            FlowRules::conditions),
        Rule.file(
            "leads-on",
            BPMN,
            "an enrolment ends here without a result, or never comes here",
            FlowRules::ends),
        Rule.file(
            "event-complete",
            BPMN,
            "the release cannot be deployed, or the event never happens",
            FlowRules::events),
        Rule.file(
                "no-endless-circle",
                BPMN,
                "the server turns in a circle until it runs out of memory",
                (file, report) -> {
                  Flow flow = new Flow(file);
                  for (Node node : Flow.flowNodes(file)) {
                    if (!Flow.waits(node) && flow.runsInCircle(node)) {
                      report.at(
                          node,
                          "From '"
                              + node.title()
                              + "' one comes back to it without anybody or any"
                              + " time being waited for.");
                    }
                  }
                })
            .inGuard());
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

  private static List<Node> flows(PolicyFile file, String end, Node node) {
    return file.all("sequenceFlow").stream()
        .filter(flow -> node.id().equals(flow.value(end)))
        .toList();
  }

  private static void defaults(PolicyFile file, Report report) {
    for (Node choice : file.all(CHOICES.toArray(new String[0]))) {
      List<Node> out = flows(file, "sourceRef", choice);
      if (out.size() < 2) {
        continue;
      }
      String otherwise = choice.value("default", "");
      for (Node flow : out) {
        boolean conditional = flow.child("conditionExpression") != null;
        if (flow.id().equals(otherwise) == conditional) {
          report.at(
              flow,
              "Each way out of '"
                  + choice.title()
                  + "' needs a condition, except the default way.");
        }
      }
      if (out.stream().noneMatch(flow -> flow.id().equals(otherwise))) {
        report.at(choice, "'" + choice.title() + "' needs a default way out.");
      }
    }
  }

  private static void conditions(PolicyFile file, Report report) {
    Set<String> choices = new HashSet<>();
    file.all(CHOICES.toArray(new String[0])).stream()
        .filter(choice -> flows(file, "sourceRef", choice).size() > 1)
        .forEach(choice -> choices.add(choice.id()));
    for (Node flow : file.all("sequenceFlow")) {
      if (flow.child("conditionExpression") != null
          && !choices.contains(flow.value("sourceRef", ""))) {
        report.at(flow, "A condition may stand only on a way out of a gateway that asks.");
      }
    }
  }

  private static void ends(PolicyFile file, Report report) {
    for (Node node : Flow.flowNodes(file)) {
      boolean first =
          node.name().equals("startEvent")
              || node.name().equals("boundaryEvent")
              || Flow.isEventSubProcess(node);
      boolean last = node.name().equals("endEvent") || Flow.isEventSubProcess(node);
      if (isLeftByEvent(file, node)) {
        continue;
      }
      if (first == !flows(file, "targetRef", node).isEmpty()) {
        report.at(
            node,
            first
                ? "Nothing may lead to '" + node.title() + "'."
                : "Nothing leads to '" + node.title() + "'.");
      }
      if (last == !flows(file, "sourceRef", node).isEmpty()) {
        report.at(
            node,
            last
                ? "Nothing may follow '" + node.title() + "'."
                : "'" + node.title() + "' leads nowhere. Draw the way to an end event.");
      }
    }
  }

  /** A sub-process that ends only through an event at its border needs no way out of its own. */
  private static boolean isLeftByEvent(PolicyFile file, Node node) {
    return node.name().equals("subProcess")
        && !flows(file, "targetRef", node).isEmpty()
        && file.all("boundaryEvent").stream()
            .anyMatch(
                event ->
                    node.id().equals(event.value("attachedToRef"))
                        && !"false".equals(event.value("cancelActivity")));
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
