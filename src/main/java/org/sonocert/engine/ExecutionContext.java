package org.sonocert.engine;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;

/** A step's view of an execution, held to what the step declared. */
final class ExecutionContext implements StepContext {
  private static final int LONGEST_TEXT = 200;

  private final StepInfo step;
  private final DelegateExecution execution;
  private final ReleaseLookup releases;

  ExecutionContext(StepInfo step, DelegateExecution execution, ReleaseLookup releases) {
    this.step = step;
    this.execution = execution;
    this.releases = releases;
  }

  @Override
  public EnrolmentId enrolmentId() {
    return EnrolmentId.of(execution.getProcessBusinessKey());
  }

  @Override
  public long release() {
    return releases.ofDefinition(execution.getProcessDefinitionId());
  }

  @Override
  public @Nullable String text(String name) {
    Object value = read(name);
    return value == null ? null : value.toString();
  }

  @Override
  public String requiredText(String name) {
    String value = text(name);
    if (value == null) {
      throw new IllegalStateException("Step " + step.name() + " needs the variable " + name);
    }
    return value;
  }

  @Override
  public @Nullable Number number(String name) {
    return (Number) read(name);
  }

  @Override
  public boolean flag(String name) {
    return Boolean.TRUE.equals(read(name));
  }

  @Override
  public void set(String name, Object value) {
    require(step.writes(), name, "writes");
    ShortAnswers.check(name, value, LONGEST_TEXT);
    execution.setVariable(name, value);
  }

  private @Nullable Object read(String name) {
    require(step.reads(), name, "reads");
    return execution.getVariable(name);
  }

  private void require(Set<String> declared, String name, String verb) {
    if (!declared.contains(name)) {
      throw new IllegalStateException(
          "Step " + step.name() + " " + verb + " " + name + " without declaring it");
    }
  }
}
