package org.sonocert.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/** One enrolment on its way through a diagram, as a list of verbs. */
final class Journey {
  static final Instant DAY_ONE = Instant.parse("2027-01-04T09:00:00Z");

  final String key = UUID.randomUUID().toString();
  private final RuntimeService runtime = PolicyEngine.engine().getRuntimeService();
  private final TaskService tasks = PolicyEngine.engine().getTaskService();
  private final ManagementService management = PolicyEngine.engine().getManagementService();
  private final HistoryService history = PolicyEngine.engine().getHistoryService();

  static Journey start(String process, Map<String, Object> variables) {
    ClockUtil.setCurrentTime(Date.from(DAY_ONE));
    Journey journey = new Journey();
    journey.runtime.startProcessInstanceByKey(process, journey.key, variables);
    return journey.carryOn();
  }

  Journey complete(String activity, Map<String, Object> answers) {
    tasks.complete(task(activity).getId(), answers);
    return carryOn();
  }

  Journey complete(String... activities) {
    for (String activity : activities) {
      complete(activity, Map.of());
    }
    return this;
  }

  Journey completeFor(String nominee, String activity) {
    tasks.complete(taskOf(nominee, activity).getId());
    return carryOn();
  }

  /** Completes a task whose consequence still waits for its job. */
  Journey sendOnly(String activity) {
    tasks.complete(task(activity).getId());
    return this;
  }

  /** Runs what only parts a person's transaction from its consequence. */
  private Journey carryOn() {
    for (List<Job> next = continuations(); !next.isEmpty(); next = continuations()) {
      next.forEach(job -> management.executeJob(job.getId()));
    }
    return this;
  }

  private List<Job> continuations() {
    return jobs().stream().filter(job -> isContinuation(job.getJobDefinitionId())).toList();
  }

  private boolean isContinuation(String definition) {
    JobDefinition job =
        management.createJobDefinitionQuery().jobDefinitionId(definition).singleResult();
    return job.getJobConfiguration().equals("async-after")
        || List.of("Gateway_WorkInParallel", "Activity_DrawLot", "Activity_EndAsIneligible")
            .contains(job.getActivityId());
  }

  Journey signal(String message) {
    runtime.createMessageCorrelation(message).processInstanceBusinessKey(key).correlate();
    return carryOn();
  }

  Journey nominate(String nominee) {
    runtime
        .createMessageCorrelation("Message_EvaluatorNominated")
        .processInstanceBusinessKey(key)
        .setVariablesToTriggeredScope(Map.of("nomineeId", nominee))
        .correlate();
    return this;
  }

  Journey standDown(String nominee) {
    runtime
        .createMessageCorrelation("Message_EvaluatorStoodDown")
        .processInstanceBusinessKey(key)
        .localVariableEquals("nomineeId", nominee)
        .correlate();
    return this;
  }

  /** Moves the clock and runs on the way what falls due. */
  Journey advance(Duration by) {
    DueJobs.advance(by, this::jobs);
    return this;
  }

  /** Runs one job, due or not. */
  Journey execute(Job job) {
    management.executeJob(job.getId());
    return this;
  }

  Journey runJobs() {
    return advance(Duration.ZERO);
  }

  List<Job> jobs() {
    return instances().stream()
        .flatMap(id -> management.createJobQuery().processInstanceId(id).list().stream())
        .toList();
  }

  private List<String> instances() {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
        .map(instance -> instance.getId())
        .toList();
  }

  Task task(String activity) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(key)
        .taskDefinitionKey(activity)
        .singleResult();
  }

  Task taskOf(String nominee, String activity) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(key)
        .taskDefinitionKey(activity)
        .list()
        .stream()
        .filter(
            task -> nominee.equals(runtime.getVariableLocal(task.getExecutionId(), "nomineeId")))
        .findFirst()
        .orElseThrow();
  }

  List<String> openTasks() {
    return tasks.createTaskQuery().processInstanceBusinessKey(key).list().stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .toList();
  }

  /** The end events passed so far, in all diagrams of this enrolment. */
  TreeSet<String> ends() {
    TreeSet<String> ends = new TreeSet<>();
    history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(key)
        .list()
        .forEach(
            instance ->
                history
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(instance.getId())
                    .list()
                    .stream()
                    .map(HistoricActivityInstance::getActivityId)
                    .filter(id -> id.startsWith("EndEvent_"))
                    .forEach(ends::add));
    return ends;
  }

  boolean over() {
    return instances().isEmpty();
  }

  Object variable(String name) {
    return history
        .createHistoricVariableInstanceQuery()
        .processInstanceIdIn(
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .list()
                .stream()
                .map(i -> i.getId())
                .toArray(String[]::new))
        .variableName(name)
        .list()
        .get(0)
        .getValue();
  }

  List<String> steps() {
    return PolicyEngine.STEPS.callsFor(key);
  }
}
