package org.sonocert.bench;

import java.util.Map;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.impl.util.CommandContextUtil;
import org.jspecify.annotations.Nullable;

/** A running process of Flowable. */
record FlowableScope(DelegateExecution execution) implements StockSteps.Scope {

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
    CommandContextUtil.getProcessEngineConfiguration()
        .getRuntimeService()
        .startProcessInstanceByKey(
            "clinical-certificate", execution.getProcessInstanceBusinessKey(), variables);
  }
}
