package org.sonocert.engine;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.sonocert.audit.AuditTrail;
import org.sonocert.engine.memory.EngineMemory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Configures the engine by hand: every setting here is a decision, see docs/decisions. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
  /** One round trip and one row lock for so many ids of the engine; a restart skips the rest. */
  private static final int IDS_AT_ONCE = 10_000;

  @Bean
  SpringTransactionsProcessEngineConfiguration engineSettings(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      StepCatalogue steps,
      AuditTrail audit) {
    var settings = new SpringTransactionsProcessEngineConfiguration();
    settings.setProcessEngineName("sonocert");
    settings.setDataSource(dataSource);
    settings.setTransactionManager(transactions);
    settings.setTransactionsExternallyManaged(true);
    settings.setDatabaseType("postgres");
    settings.setDatabaseSchemaUpdate("false");
    settings.setJdbcBatchProcessing(true);
    settings.setIdBlockSize(IDS_AT_ONCE);
    settings.setEnableCmdExceptionLogging(false);
    history(settings, audit);
    closedDoors(settings);
    jobs(settings);
    EngineMemory.install(settings);
    EngineGuards.install(settings, steps);
    return settings;
  }

  private static void history(ProcessEngineConfigurationImpl settings, AuditTrail audit) {
    settings.setHistory("full");
    settings.setEnforceHistoryTimeToLive(true);
    settings.setHistoryCleanupEnabled(false);
    settings.setHistoryCleanupStrategy(
        ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
    settings.setHistoryRemovalTimeStrategy(
        ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
    settings.setLogEntriesPerSyncOperationLimit(-1);
    settings.setEnableDefaultDbHistoryEventHandler(false);
    settings.setCustomHistoryEventHandlers(
        List.of(new EngineHistory(), new AuditingHistory(audit)));
  }

  private static void closedDoors(ProcessEngineConfigurationImpl settings) {
    settings.setEnableExpressionsInAdhocQueries(false);
    settings.setEnableExpressionsInStoredQueries(false);
    settings.setCmmnEnabled(false);
    settings.setStandaloneTasksEnabled(false);
    settings.setDeserializationTypeValidationEnabled(true);
    settings.setQueryMaxResultsLimit(200);
    settings.setEnableExceptionsAfterUnhandledBpmnError(true);
    settings.setAuthorizationEnabled(false);
    settings.setDbMetricsReporterActivate(false);
    settings.setMetricsEnabled(false);
    settings.setTaskMetricsEnabled(false);
  }

  private static void jobs(ProcessEngineConfigurationImpl settings) {
    var calendars = new MapBusinessCalendarManager();
    calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new UtcDurations());
    calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDateBusinessCalendar());
    calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new CycleBusinessCalendar());
    settings.setBusinessCalendarManager(calendars);
    settings.setJobExecutorActivate(false);
    settings.setJobExecutorAcquireByDueDate(true);
    settings.setJobExecutorDeploymentAware(false);
    settings.setFailedJobRetryTimeCycle("PT1M,PT5M,PT30M,PT2H,PT6H");
    settings.setCustomJobHandlers(List.of(new PatientWindows()));
    settings.setFailedJobCommandFactory(new PromptRetries());
    settings.setJobExecutor(new ProgrammeJobExecutor());
  }

  @Bean(destroyMethod = "close")
  ProcessEngine processEngine(SpringTransactionsProcessEngineConfiguration settings) {
    return settings.buildProcessEngine();
  }

  @Bean
  RuntimeService runtimeService(ProcessEngine engine) {
    return engine.getRuntimeService();
  }

  @Bean
  TaskService taskService(ProcessEngine engine) {
    return engine.getTaskService();
  }

  @Bean
  RepositoryService repositoryService(ProcessEngine engine) {
    return engine.getRepositoryService();
  }

  @Bean
  ManagementService managementService(ProcessEngine engine) {
    return engine.getManagementService();
  }

  @Bean
  HistoryService historyService(ProcessEngine engine) {
    return engine.getHistoryService();
  }

  @Bean
  IdentityService identityService(ProcessEngine engine) {
    return engine.getIdentityService();
  }
}
