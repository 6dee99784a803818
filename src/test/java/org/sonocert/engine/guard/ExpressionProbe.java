package org.sonocert.engine.guard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/** Evaluates an expression on a real execution that has variables. */
final class ExpressionProbe {
  private final ProcessEngine engine;
  private final String definition;

  ExpressionProbe(ProcessEngine engine) {
    this.engine = engine;
    var deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .addString("probe.bpmn", Diagrams.process("probe", Diagrams.WAIT))
            .deploy();
    definition =
        engine
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .deploymentId(deployment.getId())
            .singleResult()
            .getId();
  }

  Object value(String expression) {
    return value(expression, Map.of());
  }

  Object value(String expression, Map<String, Object> more) {
    Map<String, Object> variables = new HashMap<>(more);
    variables.put("answer", "yes");
    String id =
        engine
            .getRuntimeService()
            .startProcessInstanceById(definition, "enrolment-1", variables)
            .getId();
    var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    return settings
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              ExecutionEntity execution = context.getExecutionManager().findExecutionById(id);
              execution.setVariableLocal(
                  "outcome",
                  org.camunda.bpm.engine.variable.Variables.untypedValue(
                      List.of(Map.of("reason", "enough")), true));
              return settings
                  .getExpressionManager()
                  .createExpression(expression)
                  .getValue(execution);
            });
  }

  boolean refusedOrNull(String expression) {
    try {
      return value(expression) == null;
    } catch (ProcessEngineException | ELException e) {
      return true;
    }
  }
}
