package org.sonocert.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.sonocert.engine.check.Finding;
import org.sonocert.engine.check.PolicyCheck;
import org.springframework.stereotype.Component;

/** The same check as the command line's, before anything is deployed. */
@Component
class PolicyGate {
  private final PolicyCheck check;

  PolicyGate(StepCatalogue steps) {
    this.check = EngineGuards.check(steps);
  }

  /**
   * Lets the files pass.
   *
   * @throws IllegalStateException listing every finding
   */
  void require(PolicyFiles files) {
    if (files.files().isEmpty()) {
      throw new IllegalStateException("The policy holds no diagram");
    }
    List<Finding> findings = check.check(files.files());
    if (!findings.isEmpty()) {
      throw new IllegalStateException(
          findings.stream()
              .map(Finding::toString)
              .collect(Collectors.joining("\n", "The policy check found:\n", "")));
    }
  }
}
