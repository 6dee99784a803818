package org.sonocert.engine;

import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/**
 * Writes the full process history, except what says nothing: that a job was made or removed (what
 * it did, and how it failed, is kept) and the group that may take a task, which the diagram or the
 * table before it says; and except decisions, which stand in the audit trail, where nobody can
 * change them: table, release, row and result. How long something took is worked out where its
 * start stands, in the row (migration 16), so that no start is read first.
 */
final class EngineHistory extends DbHistoryEventHandler {

  @Override
  public void handleEvent(HistoryEvent event) {
    if (!silent(event)) {
      super.handleEvent(event);
    }
  }

  private static boolean silent(HistoryEvent event) {
    if (event instanceof HistoricJobLogEvent log) {
      return log.isCreationLog() || log.isDeletionLog();
    }
    return event instanceof HistoricIdentityLinkLogEventEntity
        || event instanceof HistoricDecisionEvaluationEvent;
  }

  @Override
  protected void insertOrUpdate(HistoryEvent event) {
    if (event instanceof HistoricScopeInstanceEvent
        && !isInitialEvent(event)
        && getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null) {
      getDbEntityManager().merge(event);
    } else {
      super.insertOrUpdate(event);
    }
  }
}
