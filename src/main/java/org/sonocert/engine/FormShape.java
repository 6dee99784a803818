package org.sonocert.engine;

/** Lets a capability leave out fields that do not apply, for example criteria of another area. */
public interface FormShape {

  /** The form's id. */
  String formId();

  /** The form for this task; fields may only be left out, see {@link FormSchema#without}. */
  FormSchema shape(FormSchema form, TaskView task);
}
