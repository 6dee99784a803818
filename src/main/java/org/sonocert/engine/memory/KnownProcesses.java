package org.sonocert.engine.memory;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.jspecify.annotations.Nullable;

/**
 * A process definition belongs to a policy release, which never changes and whose definitions are
 * never suspended, so one that was parsed is not read again in every command.
 */
final class KnownProcesses extends ProcessDefinitionManager {
  private final Ids ids;

  KnownProcesses(Ids ids) {
    this.ids = ids;
  }

  @Override
  public @Nullable ProcessDefinitionEntity getCachedResourceDefinitionEntity(String id) {
    ProcessDefinitionEntity inCommand = super.getCachedResourceDefinitionEntity(id);
    return inCommand == null ? parsed(id) : inCommand;
  }

  @Override
  public @Nullable ProcessDefinitionEntity findLatestProcessDefinitionById(String id) {
    ProcessDefinitionEntity known = getCachedResourceDefinitionEntity(id);
    return known == null ? super.findLatestProcessDefinitionById(id) : known;
  }

  @Override
  public @Nullable ProcessDefinitionEntity findDefinitionByDeploymentAndKey(
      String deployment, String key) {
    return Ids.find(
        ids.processes,
        deployment,
        key,
        KnownProcesses::parsed,
        () -> super.findDefinitionByDeploymentAndKey(deployment, key));
  }

  private static @Nullable ProcessDefinitionEntity parsed(String id) {
    return Context.getProcessEngineConfiguration()
        .getDeploymentCache()
        .findProcessDefinitionFromCache(id);
  }
}
