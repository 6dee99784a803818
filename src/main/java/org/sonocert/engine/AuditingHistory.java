package org.sonocert.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;

/** Adds what any engine call did to the leaf of the transaction that it happened in. */
final class AuditingHistory implements HistoryEventHandler {
  private final AuditTrail audit;

  AuditingHistory(AuditTrail audit) {
    this.audit = audit;
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    Map<String, Object> data = describe(event);
    HistoryEvent within =
        event instanceof HistoricDecisionEvaluationEvent asked
            ? asked.getRootHistoricDecisionInstance()
            : event;
    if (data == null || within.getProcessInstanceId() == null) {
      return;
    }
    String key = businessKey(within);
    if (key != null) {
      data.put("process", within.getProcessDefinitionKey());
      audit.note(EnrolmentId.of(key), new Change("engine-" + event.getEventType(), data));
    }
  }

  private static @Nullable Map<String, Object> describe(HistoryEvent event) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (event instanceof HistoricActivityInstanceEventEntity activity) {
      if (!"end".equals(event.getEventType())) {
        return null;
      }
      data.put("node", activity.getActivityId());
      data.put("canceled", activity.isCanceled());
    } else if (event instanceof HistoricProcessInstanceEventEntity instance) {
      data.put("instance", event.getProcessInstanceId());
      data.put("end", String.valueOf(instance.getEndActivityId()));
    } else if (event instanceof HistoricTaskInstanceEventEntity task) {
      data.put("task", task.getTaskDefinitionKey());
      data.put("assignee", String.valueOf(task.getAssignee()));
    } else if (event instanceof HistoricDecisionEvaluationEvent evaluation) {
      HistoricDecisionInstanceEntity decision = evaluation.getRootHistoricDecisionInstance();
      data.put("decision", decision.getDecisionDefinitionKey());
      data.put("definition", decision.getDecisionDefinitionId());
      data.put(
          "rows", decision.getOutputs().stream().map(o -> o.getRuleOrder()).distinct().toList());
      data.put(
          "outputs",
          decision.getOutputs().stream()
              .collect(
                  Collectors.toMap(
                      o -> o.getVariableName(), o -> String.valueOf(o.getValue()), (a, b) -> b)));
    } else {
      return null;
    }
    return data;
  }

  private static @Nullable String businessKey(HistoryEvent event) {
    if (event instanceof HistoricProcessInstanceEventEntity instance
        && instance.getBusinessKey() != null) {
      return instance.getBusinessKey();
    }
    ExecutionEntity instance =
        Context.getCommandContext()
            .getExecutionManager()
            .findExecutionById(event.getProcessInstanceId());
    return instance == null ? null : instance.getBusinessKey();
  }
}
