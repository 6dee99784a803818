package org.sonocert.process;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.sonocert.engine.PatientWindows;
import org.sonocert.engine.check.PolicyCheck;
import org.sonocert.engine.guard.Guards;
import org.sonocert.engine.memory.EngineMemory;

/** One engine on one database for all process tests: guarded, with the shipped policy deployed. */
final class PolicyEngine {
  static final RecordedSteps STEPS = new RecordedSteps();
  private static final ProcessEngine ENGINE = start();

  private PolicyEngine() {}

  static ProcessEngine engine() {
    return ENGINE;
  }

  private static ProcessEngine start() {
    try {
      EmbeddedPostgres database = EmbeddedPostgres.builder().start();
      HikariDataSource pool = new HikariDataSource();
      pool.setDataSource(database.getPostgresDatabase());
      ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
      configuration.setProcessEngineName("process-tests");
      configuration.setDataSource(pool);
      configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
      configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
      configuration.setJobExecutorActivate(false);
      configuration.setEnforceHistoryTimeToLive(true);
      configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
      configuration.setCustomJobHandlers(List.of(new PatientWindows()));
      EngineMemory.install(configuration);
      Guards.install(configuration, STEPS.beans(), new PolicyCheck(STEPS::declared));
      ProcessEngine engine = configuration.buildProcessEngine();
      deploy(engine);
      return engine;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deploy(ProcessEngine engine) throws IOException {
    DeploymentBuilder release = engine.getRepositoryService().createDeployment().name("policy");
    for (String folder : new String[] {"bpmn", "forms"}) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        for (Path file : files.sorted().toList()) {
          release.addString(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    release.deploy();
  }
}
