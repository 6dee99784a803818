package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Ids, labels, values and the drawing: what people and tests point at. */
final class NamingRules {
  private static final Set<Kind> BPMN = EnumSet.of(Kind.BPMN);
  private static final Set<Kind> XML = EnumSet.of(Kind.BPMN, Kind.DMN);
  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("startEvent", "StartEvent_"),
          Map.entry("endEvent", "EndEvent_"),
          Map.entry("boundaryEvent", "Event_"),
          Map.entry("intermediateCatchEvent", "Event_"),
          Map.entry("intermediateThrowEvent", "Event_"),
          Map.entry("userTask", "Activity_"),
          Map.entry("serviceTask", "Activity_"),
          Map.entry("businessRuleTask", "Activity_"),
          Map.entry("callActivity", "Activity_"),
          Map.entry("subProcess", "Activity_"),
          Map.entry("parallelGateway", "Gateway_"),
          Map.entry("exclusiveGateway", "Gateway_"),
          Map.entry("inclusiveGateway", "Gateway_"),
          Map.entry("eventBasedGateway", "Gateway_"),
          Map.entry("sequenceFlow", "Flow_"),
          Map.entry("message", "Message_"),
          Map.entry("escalation", "Escalation_"));
  private static final Pattern REST = Pattern.compile("[A-Z][A-Za-z0-9]*(_[A-Z0-9][A-Za-z0-9]*)*");
  private static final Pattern SWITCH = Pattern.compile("true|false");
  private static final Pattern MEASURE = Pattern.compile("-?\\d{1,5}(\\.\\d{1,6})?");
  private static final Map<String, Pattern> VALUES =
      Map.ofEntries(
          Map.entry("isExecutable", SWITCH),
          Map.entry("triggeredByEvent", SWITCH),
          Map.entry("isInterrupting", SWITCH),
          Map.entry("cancelActivity", SWITCH),
          Map.entry("camunda:asyncBefore", SWITCH),
          Map.entry("camunda:asyncAfter", SWITCH),
          Map.entry("xsi:type", Pattern.compile("([a-z0-9]{1,20}:)?tFormalExpression")),
          Map.entry("camunda:priority", Pattern.compile("\\d{1,3}")),
          Map.entry("camunda:formRef", Grammar.GROUP),
          Map.entry("camunda:decisionRef", Grammar.GROUP),
          Map.entry("calledElement", Grammar.GROUP),
          Map.entry("x", MEASURE),
          Map.entry("y", MEASURE),
          Map.entry("width", MEASURE),
          Map.entry("height", MEASURE));

  private NamingRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.file(
            "id-form",
            BPMN,
            "history and tests that point at the element lose it",
            (file, report) -> {
              for (Node node : file.nodes()) {
                String prefix = PREFIXES.get(node.name());
                if (prefix != null && !fits(node.id(), prefix) && !startsEventSubProcess(node)) {
                  report.at(
                      node.lineOf("id"),
                      "The id '" + node.id() + "' should read like " + prefix + "ReviewClip.");
                }
              }
            }),
        Rule.file(
            "unique-id",
            XML,
            "the release cannot be deployed, or one element is taken for another",
            NamingRules::uniqueIds),
        Rule.file(
            "has-label", BPMN, "people see a technical id instead of words", NamingRules::labels),
        Rule.file(
            "plain-value",
            BPMN,
            "the engine takes the setting for something else than it looks like",
            (file, report) -> {
              for (Node node : file.nodes()) {
                VALUES.forEach(
                    (name, form) -> {
                      String value = node.value(name);
                      if (value != null
                          && !Grammar.holdsExpression(value)
                          && !form.matcher(value).matches()) {
                        report.at(
                            node.lineOf(name), "'" + value + "' is not a value for " + name + ".");
                      }
                    });
              }
            }),
        Rule.file(
            "is-drawn",
            BPMN,
            "the element works unseen: neither candidate nor auditor finds it on the drawing",
            NamingRules::drawing));
  }

  /** What begins an event sub-process is an event of the process, and may be named like one. */
  private static boolean startsEventSubProcess(Node node) {
    return node.name().equals("startEvent")
        && node.parent() != null
        && Flow.isEventSubProcess(node.parent())
        && fits(node.id(), "Event_");
  }

  private static boolean fits(String id, String prefix) {
    return id.startsWith(prefix) && REST.matcher(id.substring(prefix.length())).matches();
  }

  private static void uniqueIds(PolicyFile file, Report report) {
    Set<String> seen = new HashSet<>();
    for (Node node : file.nodes()) {
      if (!node.id().isEmpty() && !seen.add(node.id())) {
        report.at(
            node.lineOf("id"), "The id '" + node.id() + "' is used twice. Change one of them.");
      }
    }
  }

  private static void labels(PolicyFile file, Report report) {
    for (Node node : Flow.flowNodes(file)) {
      boolean splits =
          file.all("sequenceFlow").stream()
                  .filter(flow -> node.id().equals(flow.value("sourceRef")))
                  .count()
              > 1;
      boolean needed =
          !node.name().endsWith("Gateway") || (node.name().equals("exclusiveGateway") && splits);
      if (needed && node.value("name", "").isBlank()) {
        report.at(node, "'" + node.id() + "' has no label. Say what happens here.");
      }
    }
    for (Node flow : file.all("sequenceFlow")) {
      if (flow.child("conditionExpression") != null && flow.value("name", "").isBlank()) {
        report.at(flow, "The way '" + flow.id() + "' has a condition but no label.");
      }
    }
  }

  private static void drawing(PolicyFile file, Report report) {
    Set<String> drawn = new HashSet<>();
    for (Node node : file.all("bpmndi:BPMNShape", "bpmndi:BPMNEdge")) {
      drawn.add(node.name() + node.value("bpmnElement", ""));
    }
    for (Node node : Flow.flowNodes(file)) {
      if (!drawn.contains("bpmndi:BPMNShape" + node.id())) {
        report.at(node, "'" + node.title() + "' is missing in the drawing.");
      }
    }
    for (Node flow : file.all("sequenceFlow")) {
      if (!drawn.contains("bpmndi:BPMNEdge" + flow.id())) {
        report.at(flow, "The way '" + flow.title() + "' is missing in the drawing.");
      }
    }
  }
}
