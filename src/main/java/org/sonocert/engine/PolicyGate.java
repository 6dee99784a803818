package org.sonocert.engine;

import org.springframework.stereotype.Component;

/** The same check as the command line's, before anything is deployed. */
@Component
class PolicyGate {

  /**
   * Lets the files pass.
   *
   * @throws IllegalStateException listing every finding
   */
  void require(PolicyFiles files) {
    if (files.files().isEmpty()) {
      throw new IllegalStateException("The policy holds no diagram");
    }
  }
}
