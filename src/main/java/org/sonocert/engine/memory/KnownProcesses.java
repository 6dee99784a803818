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
    String id = ids.processes.get(Ids.key(deployment, key));
    ProcessDefinitionEntity known = id == null ? null : parsed(id);
    if (known == null) {
      known = super.findDefinitionByDeploymentAndKey(deployment, key);
      if (known != null) {
        ids.processes.put(Ids.key(deployment, key), known.getId());
      }
    }
    return known;
  }

  private static @Nullable ProcessDefinitionEntity parsed(String id) {
    return Context.getProcessEngineConfiguration()
        .getDeploymentCache()
        .findProcessDefinitionFromCache(id);
  }
}
