package org.sonocert.engine.check;

import java.util.Map;
import java.util.Set;

/** The steps that a diagram may call, by name; whoever knows the catalogue provides it. */
@FunctionalInterface
public interface StepNames {
  /** What a step reads and writes among the engine's variables. */
  record StepInfo(Set<String> reads, Set<String> writes) {}

  /** All callable steps. */
  Map<String, StepInfo> steps();
}
