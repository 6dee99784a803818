package org.sonocert.peerevaluation.sealed;

import java.util.List;
import org.sonocert.core.DatabaseKeys;
import org.sonocert.core.StartCheck;
import org.springframework.stereotype.Component;

/** A server with another key could not open what evaluators wrote, so it does not start. */
@Component
class SealKeyCheck implements StartCheck {
  private final DatabaseKeys keys;
  private final SealKeys own;

  SealKeyCheck(DatabaseKeys keys, SealKeys own) {
    this.keys = keys;
    this.own = own;
  }

  @Override
  public List<String> findings() {
    return keys.findings(own.file());
  }
}
