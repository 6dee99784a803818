package org.sonocert.engine.memory;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;

/** Puts the remembering managers in the place of the engine's own. */
public final class EngineMemory {
  private EngineMemory() {}

  /** Changes the settings of an engine that is not built yet. */
  public static void install(ProcessEngineConfigurationImpl settings) {
    Ids ids = new Ids();
    settings.setCustomSessionFactories(
        List.of(
            factory(ProcessDefinitionManager.class, () -> new KnownProcesses(ids)),
            factory(DecisionDefinitionManager.class, () -> new KnownDecisions(ids)),
            factory(JobDefinitionManager.class, () -> new KnownJobDefinitions(ids)),
            factory(ExecutionManager.class, WholeInstances::new),
            factory(IncidentManager.class, IncidentsOfFailedJobs::new),
            factory(JobManager.class, JobsOfTimersAndSteps::new),
            factory(TaskManager.class, OneTaskEach::new)));
    settings.setHistoryEventProducer(new KnownHistory());
    var tables =
        (DefaultDmnEngineConfiguration)
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    tables.setFeelEngineFactory(
        () -> new KnownCells(new ScalaFeelEngineFactory(List.of()).createInstance()));
    settings.setDmnEngineConfiguration(tables);
  }

  private static SessionFactory factory(Class<?> type, Supplier<? extends Session> session) {
    return new SessionFactory() {
      @Override
      public Class<?> getSessionType() {
        return type;
      }

      @Override
      public Session openSession() {
        return session.get();
      }
    };
  }
}
