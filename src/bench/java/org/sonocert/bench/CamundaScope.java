package org.sonocert.bench;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** A running process of Camunda. */
record CamundaScope(DelegateExecution execution) implements StockSteps.Scope {

  @Override
  public @Nullable Object get(String variable) {
    return execution.getVariable(variable);
  }

  @Override
  public void set(String variable, Object value) {
    execution.setVariable(variable, value);
  }

  @Override
  public void startTrunk(Map<String, Object> variables) {
    execution
        .getProcessEngineServices()
        .getRuntimeService()
        .startProcessInstanceByKey(
            "clinical-certificate", execution.getProcessBusinessKey(), variables);
  }
}
