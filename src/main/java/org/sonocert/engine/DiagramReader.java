package org.sonocert.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;

/** Reads from a BPMN model what pages show. */
final class DiagramReader {
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final String WINDOW = "Event_WindowClosed";

  private DiagramReader() {}

  static Diagram read(String definitionId, BpmnModelInstance model) {
    Process process = model.getModelElementsByType(Process.class).iterator().next();
    Map<String, Diagram.Node> nodes = new LinkedHashMap<>();
    for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
      nodes.put(node.getId(), node(node));
    }
    return new Diagram(
        definitionId,
        process.getId(),
        text(process.getName()),
        documentation(process),
        nodes,
        window(model),
        !model.getModelElementsByType(CamundaProperty.class).isEmpty());
  }

  private static Diagram.Node node(FlowNode node) {
    return new Diagram.Node(
        node.getId(),
        text(node.getName()),
        node.getElementType().getTypeName(),
        documentation(node),
        node instanceof UserTask ? node.getAttributeValueNs(CAMUNDA, "formRef") : null,
        node instanceof CallActivity call ? call.getCalledElement() : null,
        node instanceof UserTask task ? task.getCamundaCandidateGroups() : null,
        node instanceof CatchEvent event ? timer(event) : null,
        node.getOutgoing().stream().map(flow -> flow.getTarget().getId()).toList());
  }

  private static @Nullable String window(BpmnModelInstance model) {
    if (!(model.getModelElementById(WINDOW) instanceof StartEvent start)) {
      return null;
    }
    return start.getEventDefinitions().stream()
        .filter(TimerEventDefinition.class::isInstance)
        .map(TimerEventDefinition.class::cast)
        .filter(t -> t.getTimeDuration() != null)
        .map(t -> t.getTimeDuration().getTextContent().trim())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String timer(CatchEvent event) {
    return event.getEventDefinitions().stream()
        .filter(TimerEventDefinition.class::isInstance)
        .map(TimerEventDefinition.class::cast)
        .flatMap(t -> Stream.of(t.getTimeDuration(), t.getTimeCycle()))
        .filter(Objects::nonNull)
        .map(literal -> literal.getTextContent().trim())
        .filter(literal -> !literal.startsWith("${"))
        .findFirst()
        .orElse(null);
  }

  private static String documentation(BaseElement element) {
    return element.getDocumentations().stream()
        .map(d -> text(d.getTextContent()).strip().replaceAll("\\s+", " "))
        .collect(Collectors.joining(" "));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
