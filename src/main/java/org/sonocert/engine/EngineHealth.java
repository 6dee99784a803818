package org.sonocert.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.springframework.stereotype.Component;

/**
 * Whether the engine runs as it was configured; asked by the self-check at start and by readiness.
 */
@Component
public class EngineHealth {
  private final ProcessEngineConfigurationImpl settings;

  EngineHealth(SpringTransactionsProcessEngineConfiguration settings) {
    this.settings = settings;
  }

  /** The engine's version, as its jar says; its own constant still names an ancestor. */
  public String version() {
    return String.valueOf(ProcessEngine.class.getPackage().getImplementationVersion());
  }

  /** What is wrong, one sentence each; empty when all is well. */
  public List<String> findings() {
    return findings(settings);
  }

  static List<String> findings(ProcessEngineConfigurationImpl settings) {
    List<String> found = new ArrayList<>(EngineGuards.missing(settings));
    require(found, settings.getHistoryLevel().getName().equals("full"), "history is not full");
    require(found, settings.isEnforceHistoryTimeToLive(), "history time to live is not enforced");
    require(found, !settings.isStandaloneTasksEnabled(), "standalone tasks are enabled");
    require(found, !settings.isCmmnEnabled(), "CMMN is enabled");
    require(
        found,
        !settings.isEnableExpressionsInAdhocQueries()
            && !settings.isEnableExpressionsInStoredQueries(),
        "queries may carry expressions");
    require(found, settings.isJobExecutorAcquireByDueDate(), "jobs are not taken by due date");
    return found;
  }

  private static void require(List<String> found, boolean holds, String otherwise) {
    if (!holds) {
      found.add("the engine's " + otherwise);
    }
  }
}
