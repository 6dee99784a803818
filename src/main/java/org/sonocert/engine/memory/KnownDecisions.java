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
    return Ids.find(
        ids.decisions,
        deployment,
        key,
        KnownDecisions::parsed,
        () -> super.findDefinitionByDeploymentAndKey(deployment, key));
  }

  private static @Nullable DecisionDefinitionEntity parsed(String id) {
    return (DecisionDefinitionEntity)
        Context.getProcessEngineConfiguration()
            .getDeploymentCache()
            .getDecisionDefinitionCache()
            .get(id);
  }
}
