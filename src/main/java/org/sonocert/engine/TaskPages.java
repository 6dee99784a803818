package org.sonocert.engine;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds what a capability adds to the page of a task. */
@Component
public class TaskPages {
  private static final TaskPage PLAIN = () -> "";

  private final ObjectProvider<TaskPage> pages;

  TaskPages(ObjectProvider<TaskPage> pages) {
    this.pages = pages;
  }

  /** The additions to this task's page; empty ones when no capability has any. */
  public TaskPage of(TaskView task) {
    return pages.stream()
        .collect(Collectors.toMap(TaskPage::formId, Function.identity()))
        .getOrDefault(task.form(), PLAIN);
  }
}
