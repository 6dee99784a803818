package org.sonocert.engine;

import org.springframework.stereotype.Component;

/** Says of a decision that was made which policy release its table belongs to. */
@Component
public class DecisionView {
  private final ReleaseLookup releases;

  DecisionView(ReleaseLookup releases) {
    this.releases = releases;
  }

  /** Number of the release of a decision's definition, as the audit trail keeps it. */
  public long release(String definition) {
    return releases.ofDecision(definition);
  }
}
