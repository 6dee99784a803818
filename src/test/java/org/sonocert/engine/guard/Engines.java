package org.sonocert.engine.guard;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.sonocert.engine.check.PolicyCheck;
import org.sonocert.engine.check.StepNames;

/** Real engines on one real database: a stock one, and ones with some of the guards. */
final class Engines implements AutoCloseable {
  static final PolicyCheck CHECK =
      new PolicyCheck(() -> Map.of("mark", new StepNames.StepInfo(Set.of(), Set.of("marked"))));
  static final Map<String, JavaDelegate> STEPS =
      Map.of("mark", execution -> execution.setVariable("marked", true));

  private final EmbeddedPostgres database;
  private final List<ProcessEngine> engines = new ArrayList<>();

  Engines() throws IOException {
    database = EmbeddedPostgres.builder().start();
  }

  ProcessEngine stock() {
    return engine("stock", settings -> {});
  }

  ProcessEngine engine(String name, Consumer<ProcessEngineConfigurationImpl> guards) {
    var settings = new StandaloneProcessEngineConfiguration();
    settings.setProcessEngineName(name);
    settings.setDataSource(database.getPostgresDatabase());
    settings.setDatabaseSchemaUpdate("true");
    settings.setEnforceHistoryTimeToLive(false);
    settings.setJobExecutorActivate(false);
    settings.setMetricsEnabled(false);
    guards.accept(settings);
    ProcessEngine engine = settings.buildProcessEngine();
    engines.add(engine);
    return engine;
  }

  @Override
  public void close() throws IOException {
    engines.forEach(ProcessEngine::close);
    database.close();
  }
}
