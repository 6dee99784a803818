package org.sonocert.engine.memory;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.jspecify.annotations.Nullable;

/** A decision table belongs to a policy release and never changes, as with the processes. */
final class KnownDecisions extends DecisionDefinitionManager {
  private final Ids ids;

  KnownDecisions(Ids ids) {
    this.ids = ids;
  }

  @Override
  public @Nullable DecisionDefinitionEntity getCachedResourceDefinitionEntity(String id) {
    DecisionDefinitionEntity inCommand = super.getCachedResourceDefinitionEntity(id);
    return inCommand == null ? parsed(id) : inCommand;
  }

  @Override
  public @Nullable DecisionDefinitionEntity findDefinitionByDeploymentAndKey(
      String deployment, String key) {
    String id = ids.decisions.get(Ids.key(deployment, key));
    DecisionDefinitionEntity known = id == null ? null : parsed(id);
    if (known == null) {
      known = super.findDefinitionByDeploymentAndKey(deployment, key);
      if (known != null) {
        ids.decisions.put(Ids.key(deployment, key), known.getId());
      }
    }
    return known;
  }

  private static @Nullable DecisionDefinitionEntity parsed(String id) {
    return (DecisionDefinitionEntity)
        Context.getProcessEngineConfiguration()
            .getDeploymentCache()
            .getDecisionDefinitionCache()
            .get(id);
  }
}
