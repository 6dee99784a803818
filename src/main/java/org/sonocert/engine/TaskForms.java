package org.sonocert.engine;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Task forms as the enrolment's own release has them. */
@Component
public class TaskForms {
  private final ReleaseContents contents;
  private final ObjectProvider<FormShape> shapes;

  TaskForms(ReleaseContents contents, ObjectProvider<FormShape> shapes) {
    this.contents = contents;
    this.shapes = shapes;
  }

  /** The form of a task, without the fields that do not apply to what the task is about. */
  public FormSchema of(TaskView task) {
    FormSchema form = contents.form(task.release(), task.form());
    for (FormShape shape : shapes.orderedStream().toList()) {
      if (shape.formId().equals(task.form())) {
        form = shape.shape(form, task);
      }
    }
    return form;
  }
}
