package org.sonocert.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Calls one step for the engine. */
final class StepDelegate implements JavaDelegate {
  private final StepInfo info;
  private final Method method;
  private final Supplier<Object> bean;
  private final ReleaseLookup releases;

  StepDelegate(StepInfo info, Method method, Supplier<Object> bean, ReleaseLookup releases) {
    this.info = info;
    this.method = method;
    this.bean = bean;
    this.releases = releases;
  }

  @Override
  public void execute(DelegateExecution execution) throws Exception {
    try {
      method.invoke(bean.get(), new ExecutionContext(info, execution, releases));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }
}
