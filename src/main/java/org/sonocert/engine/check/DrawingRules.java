package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Settings hold what they look like, and everything is drawn. */
final class DrawingRules {
  private static final Set<Kind> BPMN = EnumSet.of(Kind.BPMN);
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

  private DrawingRules() {}

  static List<Rule> all() {
    return List.of(
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
            DrawingRules::drawing));
  }

  private static void drawing(PolicyFile file, Report report) {
    Set<String> drawn = new HashSet<>();
    for (Node node : file.all("bpmndi:BPMNShape", "bpmndi:BPMNEdge")) {
      drawn.add(node.name() + node.value("bpmnElement", ""));
    }
    for (Node node : Flow.nodes(file)) {
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
