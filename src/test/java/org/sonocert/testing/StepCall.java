package org.sonocert.testing;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.sonocert.engine.StepContext;

/** A call of one step with variables of one's own, as a diagram might make it. */
public record StepCall(EnrolmentId enrolmentId, long release, Map<String, Object> variables)
    implements StepContext {

  /** A call under release 1. */
  public static StepCall of(EnrolmentId enrolment, Map<String, Object> variables) {
    return new StepCall(enrolment, 1, new HashMap<>(variables));
  }

  @Override
  public @Nullable String text(String name) {
    Object value = variables.get(name);
    return value == null ? null : value.toString();
  }

  @Override
  public String requiredText(String name) {
    String value = text(name);
    if (value == null) {
      throw new IllegalStateException("The variable " + name + " is needed");
    }
    return value;
  }

  @Override
  public @Nullable Number number(String name) {
    return (Number) variables.get(name);
  }

  @Override
  public boolean flag(String name) {
    return Boolean.TRUE.equals(variables.get(name));
  }

  @Override
  public void set(String name, Object value) {
    variables.put(name, value);
  }
}
