package org.sonocert.engine;

import java.lang.reflect.Method;
import java.util.Set;
import org.sonocert.core.Step;

/**
 * What the step catalogue says of one step.
 *
 * @param name as diagrams write it, {@code ${name}}
 * @param label verb and noun
 * @param description one line for a programme manager
 * @param reads variables that it reads
 * @param writes variables that it writes
 */
public record StepInfo(
    String name, String label, String description, Set<String> reads, Set<String> writes) {

  /** Reads a method's mark. */
  public static StepInfo of(Method method) {
    Step step = method.getAnnotation(Step.class);
    if (step == null) {
      throw new IllegalArgumentException(method + " carries no @Step");
    }
    return new StepInfo(
        method.getName(),
        step.label(),
        step.description(),
        Set.of(step.reads()),
        Set.of(step.writes()));
  }
}
