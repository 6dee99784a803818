package org.sonocert.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.sonocert.engine.check.PolicyCheck;
import org.sonocert.engine.check.StepNames;
import org.sonocert.engine.guard.Guards;

/** Installs the guards that make a diagram untrusted input. */
final class EngineGuards {
  private EngineGuards() {}

  static void install(ProcessEngineConfigurationImpl settings, StepCatalogue steps) {
    Guards.install(settings, steps.delegates(), check(steps));
  }

  /** Guards that are not in place, one phrase each. */
  static List<String> missing(ProcessEngineConfigurationImpl settings) {
    return Guards.missing(settings);
  }

  /** The check against the steps that really are there. */
  static PolicyCheck check(StepCatalogue steps) {
    Map<String, StepNames.StepInfo> names = new HashMap<>();
    steps
        .steps()
        .forEach(
            (name, step) -> names.put(name, new StepNames.StepInfo(step.reads(), step.writes())));
    return new PolicyCheck(() -> names);
  }
}
