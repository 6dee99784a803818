package org.sonocert.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.stereotype.Component;

/** Staff take a task, give it back, or set a day to come back to it. */
@Component
public class ClaimingTasks {
  private final TaskInbox inbox;
  private final TaskService tasks;
  private final Collisions collisions;

  ClaimingTasks(TaskInbox inbox, TaskService tasks, Collisions collisions) {
    this.inbox = inbox;
    this.tasks = tasks;
    this.collisions = collisions;
  }

  /**
   * Takes the task for the person.
   *
   * @throws Rejected CONFLICT when somebody else has it, NOT_FOUND when it is not of their groups
   */
  public void claim(String taskId, AccountId person, Set<String> groups) {
    collisions.retry(
        () -> {
          TaskView task = visible(taskId, groups);
          if (task.assignee() != null && !task.assignee().equals(person.toString())) {
            throw new Rejected(
                Rejection.conflict("claimed", "A colleague has claimed this task meanwhile."));
          }
          claim(task, person);
          return task;
        });
  }

  private void claim(TaskView task, AccountId person) {
    try {
      tasks.claim(task.id(), person.toString());
    } catch (TaskAlreadyClaimedException e) {
      throw new Rejected(
          Rejection.conflict("claimed", "A colleague has claimed this task meanwhile."));
    }
  }

  /** Gives the task back to its group. */
  public void release(String taskId, AccountId person, Set<String> groups) {
    collisions.retry(
        () -> {
          TaskView task = held(taskId, person, groups);
          tasks.setAssignee(task.id(), null);
          return task;
        });
  }

  /** Sets or clears the day on which the person wants to come back to the task. */
  public void followUp(
      String taskId, AccountId person, Set<String> groups, @Nullable Instant followUpAt) {
    collisions.retry(
        () -> {
          Task task =
              tasks.createTaskQuery().taskId(held(taskId, person, groups).id()).singleResult();
          task.setFollowUpDate(followUpAt == null ? null : Date.from(followUpAt));
          tasks.saveTask(task);
          return task;
        });
  }

  /**
   * The task, when it is of one of the groups.
   *
   * @throws Rejected NOT_FOUND otherwise
   */
  public TaskView visible(String taskId, Set<String> groups) {
    return inbox
        .find(taskId)
        .filter(t -> groups.contains(t.group()))
        .orElseThrow(() -> new Rejected(Rejection.notFound("task")));
  }

  private TaskView held(String taskId, AccountId person, Set<String> groups) {
    TaskView task = visible(taskId, groups);
    if (!person.toString().equals(task.assignee())) {
      throw new Rejected(
          Rejection.conflict("not-yours", "Only the person who holds the task can."));
    }
    return task;
  }
}
