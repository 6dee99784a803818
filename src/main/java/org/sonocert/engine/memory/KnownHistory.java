package org.sonocert.engine.memory;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/** Writes history with the definitions that are known already. */
public final class KnownHistory extends CacheAwareHistoryEventProducer {

  @Override
  protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
    return Context.getCommandContext()
        .getProcessDefinitionManager()
        .findLatestProcessDefinitionById(id);
  }
}
