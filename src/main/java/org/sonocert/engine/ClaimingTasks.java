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
  private final Colleagues colleagues;
  private final Collisions collisions;

  ClaimingTasks(TaskInbox inbox, TaskService tasks, Colleagues colleagues, Collisions collisions) {
    this.inbox = inbox;
    this.tasks = tasks;
    this.colleagues = colleagues;
    this.collisions = collisions;
  }

  /**
   * Takes the task for the person.
   *
   * @throws Rejected CONFLICT when somebody else has it, GONE when a colleague has done it, both
   *     with the colleague's name, NOT_FOUND when it is not of their groups
   */
  public void claim(String taskId, AccountId person, Set<String> groups) {
    collisions.retry(
        () -> {
          TaskView task = visible(taskId, groups);
          String holder = task.assignee();
          if (holder != null && !holder.equals(person.toString())) {
            throw new Rejected(
                Rejection.conflict(
                    "claimed", colleagues.name(holder) + " has claimed this task meanwhile."));
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
   * @throws Rejected GONE when a colleague has done it, NOT_FOUND otherwise
   */
  public TaskView visible(String taskId, Set<String> groups) {
    return inbox
        .find(taskId)
        .filter(t -> groups.contains(t.group()))
        .orElseThrow(() -> gone(taskId, groups));
  }

  /** Whoever is a moment late reads who was faster; a task of other groups is nobody's business. */
  private Rejected gone(String taskId, Set<String> groups) {
    return colleagues
        .whoDid(taskId, groups)
        .map(
            name ->
                new Rejected(Rejection.gone("task-done", name + " has done this task meanwhile.")))
        .orElseGet(() -> new Rejected(Rejection.notFound("task")));
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
