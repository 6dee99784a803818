package org.sonocert.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;

/** A bare Camunda with its own defaults, full history and the four diagrams as they are. */
class StockCamunda extends StockContestant {
  private final String name;
  private final ProcessEngine engine;
  private final ProcessEngineConfigurationImpl settings;
  private final RuntimeService runtime;
  private final TaskService tasks;

  StockCamunda(Database database, StockAnswers answers, String name, UnaryOperator<String> change) {
    super(answers, database);
    this.name = name;
    settings = new StandaloneProcessEngineConfiguration();
    settings.setProcessEngineName(name);
    settings.setDataSource(database.counting());
    settings.setDatabaseSchemaUpdate("true");
    settings.setHistory("full");
    settings.setJobExecutorActivate(false);
    settings.setBeans(steps());
    engine = settings.buildProcessEngine();
    settings.getJobExecutor().setWaitTimeInMillis(LOOKING_FOR_JOBS_MILLIS);
    settings.getJobExecutor().setMaxWait(LOOKING_FOR_JOBS_MILLIS);
    runtime = engine.getRuntimeService();
    tasks = engine.getTaskService();
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
    Policy.files().forEach((file, text) -> deployment.addString(file, change.apply(text)));
    deployment.deploy();
  }

  private static Map<Object, Object> steps() {
    Map<Object, Object> beans = new HashMap<>();
    for (String name : StockSteps.names()) {
      beans.put(
          name, (JavaDelegate) execution -> StockSteps.run(name, new CamundaScope(execution)));
    }
    return beans;
  }

  @Override
  public String name() {
    return "Camunda 7.24, " + name;
  }

  @Override
  public void wake() {
    settings.getJobExecutor().start();
  }

  @Override
  public void rest() {
    settings.getJobExecutor().shutdown();
  }

  @Override
  void start(String process, String key) {
    runtime.startProcessInstanceByKey(process, key, StockSteps.start(key));
  }

  @Override
  String task(String key, String activity) {
    List<Task> open =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKey(key)
            .taskDefinitionKey(activity)
            .listPage(0, 1);
    return open.isEmpty() ? "" : open.get(0).getId();
  }

  /** Ids of the open tasks of that kind. */
  final List<String> tasks(String key, String activity) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(key)
        .taskDefinitionKey(activity)
        .list()
        .stream()
        .map(Task::getId)
        .toList();
  }

  /** Runs work in one transaction of the engine. */
  final void inTransaction(Command<?> work) {
    settings.getCommandExecutorTxRequired().execute(work);
  }

  @Override
  void complete(String task, Map<String, Object> variables) {
    tasks.complete(task, variables);
  }

  @Override
  void keep(String task, String variable, String value) {
    tasks.setVariable(task, variable, value);
  }

  @Override
  void tell(String key, String message) {
    runtime.createMessageCorrelation(message).processInstanceBusinessKey(key).correlate();
  }

  @Override
  void nominate(String key, List<String> nominees, String task, Map<String, Object> variables) {
    inTransaction(
        context -> {
          for (String nominee : nominees) {
            runtime
                .createMessageCorrelation("Message_EvaluatorNominated")
                .processInstanceBusinessKey(key)
                .setVariablesToTriggeredScope(Map.of("nomineeId", nominee))
                .correlate();
          }
          tasks.complete(task, variables);
          return true;
        });
  }

  @Override
  public long awarded() {
    return database()
        .number(
            "select count(*) from act_hi_procinst where proc_def_key_ = 'clinical-certificate'"
                + " and end_act_id_ = 'EndEvent_CredentialIssued'");
  }

  @Override
  public void close() {
    rest();
    engine.close();
    database().close();
  }
}
