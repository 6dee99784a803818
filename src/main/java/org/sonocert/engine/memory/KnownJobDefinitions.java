package org.sonocert.engine.memory;

import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.jspecify.annotations.Nullable;

/**
 * A job definition is written with its release; ours are neither suspended nor given priorities.
 */
final class KnownJobDefinitions extends JobDefinitionManager {
  private final Ids ids;

  KnownJobDefinitions(Ids ids) {
    this.ids = ids;
  }

  @Override
  public @Nullable JobDefinitionEntity findById(String id) {
    JobDefinitionEntity known = ids.jobDefinitions.get(id);
    if (known == null) {
      known = super.findById(id);
      if (known != null) {
        ids.jobDefinitions.put(id, known);
      }
    }
    return known;
  }
}
