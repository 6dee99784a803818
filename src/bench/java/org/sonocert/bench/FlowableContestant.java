package org.sonocert.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.dmn.engine.configurator.DmnEngineConfigurator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.engine.repository.DeploymentBuilder;
import org.flowable.task.api.Task;

/** A bare Flowable with its own defaults and full history; diagrams and tables are translated. */
final class FlowableContestant extends StockContestant {
  private final ProcessEngine engine;
  private final StandaloneProcessEngineConfiguration settings;
  private final RuntimeService runtime;
  private final TaskService tasks;

  FlowableContestant(Database database, StockAnswers answers) {
    super(answers, database);
    settings = new StandaloneProcessEngineConfiguration();
    settings.setDataSource(database.counting());
    settings.setDatabaseSchemaUpdate("true");
    settings.setHistoryLevel(HistoryLevel.FULL);
    settings.setAsyncExecutorActivate(false);
    settings.setAsyncExecutorDefaultAsyncJobAcquireWaitTime(LOOKING_FOR_JOBS_MILLIS);
    settings.setBeans(steps());
    settings.addConfigurator(new DmnEngineConfigurator());
    engine = settings.buildProcessEngine();
    runtime = engine.getRuntimeService();
    tasks = engine.getTaskService();
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
    Policy.files().forEach((name, text) -> add(deployment, name, text));
    deployment.deploy();
  }

  private static void add(DeploymentBuilder deployment, String name, String text) {
    if (name.endsWith(".bpmn")) {
      deployment.addString(name, FlowableDiagrams.translate(text));
    } else if (name.endsWith(".dmn")) {
      deployment.addString(name, FlowableTables.translate(text));
    }
  }

  private static Map<Object, Object> steps() {
    Map<Object, Object> beans = new HashMap<>();
    for (String name : StockSteps.names()) {
      beans.put(
          name, (JavaDelegate) execution -> StockSteps.run(name, new FlowableScope(execution)));
    }
    return beans;
  }

  @Override
  public String name() {
    return "Flowable "
        + ProcessEngine.VERSION.replaceAll("\\.\\d+$", "")
        + ", a variable per field";
  }

  @Override
  public void wake() {
    settings.getAsyncExecutor().start();
  }

  @Override
  public void rest() {
    settings.getAsyncExecutor().shutdown();
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
    runtime.messageEventReceived(message, waiting(key, message));
  }

  private String waiting(String key, String message) {
    return runtime
        .createExecutionQuery()
        .processInstanceBusinessKey(key, true)
        .messageEventSubscriptionName(message)
        .singleResult()
        .getId();
  }

  @Override
  void nominate(String key, List<String> nominees, String task, Map<String, Object> variables) {
    engine
        .getManagementService()
        .executeCommand(
            context -> {
              String message = "Message_EvaluatorNominated";
              String waiting = waiting(key, message);
              for (String nominee : nominees) {
                runtime.messageEventReceived(message, waiting, Map.of("nomineeId", nominee));
              }
              tasks.complete(task, variables);
              return true;
            });
  }

  @Override
  public long awarded() {
    return database()
        .number(
            "select count(*) from act_hi_procinst where proc_def_id_ like 'clinical-certificate:%'"
                + " and end_act_id_ = 'EndEvent_CredentialIssued'");
  }

  @Override
  public void close() {
    rest();
    engine.close();
    database().close();
  }
}
