package org.sonocert.engine.guard;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;

/**
 * All that an expression can reach: a step by name, a variable, an entry of a list or map, and the
 * business key of the execution. It never looks into an object and never calls a method.
 */
final class StepElResolver extends ELResolver {
  private static final String EXECUTION = "execution";
  private static final String BUSINESS_KEY = "processBusinessKey";

  private final Map<?, ?> steps;

  StepElResolver(Map<?, ?> steps) {
    this.steps = Map.copyOf(steps);
  }

  /** Stands for the execution, so that the engine's own object never leaves this class. */
  private record Execution(@Nullable String processBusinessKey) {}

  @Override
  public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
    if (base == null) {
      return ofName(context, String.valueOf(property));
    }
    if (base instanceof Execution execution && BUSINESS_KEY.equals(property)) {
      return resolved(context, execution.processBusinessKey());
    }
    if (base instanceof List<?> list && property instanceof Number index) {
      int at = index.intValue();
      return resolved(context, at >= 0 && at < list.size() ? list.get(at) : null);
    }
    if (base instanceof Map<?, ?> map && property instanceof String key) {
      return resolved(context, map.get(key));
    }
    return null; // unresolved, so the expression fails
  }

  private @Nullable Object ofName(ELContext context, String name) {
    if (steps.containsKey(name)) {
      return resolved(context, steps.get(name));
    }
    Object scope = context.getContext(VariableScope.class);
    if (EXECUTION.equals(name)) {
      ExecutionEntity execution = executionOf(scope);
      return execution == null
          ? null
          : resolved(context, new Execution(execution.getProcessBusinessKey()));
    }
    if (scope instanceof VariableScope variables && variables.hasVariable(name)) {
      return resolved(context, variables.getVariable(name));
    }
    if (context.getContext(VariableContext.class) instanceof VariableContext variables
        && variables.containsVariable(name)) {
      return resolved(context, variables.resolve(name).getValue());
    }
    return null;
  }

  private static @Nullable ExecutionEntity executionOf(@Nullable Object scope) {
    if (scope instanceof TaskEntity task) {
      return task.getExecution();
    }
    return scope instanceof ExecutionEntity execution ? execution : null;
  }

  private static @Nullable Object resolved(ELContext context, @Nullable Object value) {
    context.setPropertyResolved(true);
    return value;
  }

  @Override
  public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
    return null;
  }

  @Override
  public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
    throw new PropertyNotWritableException("An expression sets nothing: " + property);
  }

  @Override
  public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
    return true;
  }

  @Override
  public Iterator<FeatureDescriptor> getFeatureDescriptors(
      ELContext context, @Nullable Object base) {
    return Collections.emptyIterator();
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
    return Object.class;
  }
}
