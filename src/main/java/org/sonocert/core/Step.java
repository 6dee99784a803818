package org.sonocert.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that a diagram may call: {@code camunda:delegateExpression="${methodName}"}. The
 * method's only parameter is the engine's step context. Names that carry no such mark cannot be
 * called from a diagram.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Step {

  /** The words of the step's label in a diagram: verb and noun. */
  String label();

  /** One line for a programme manager: what the step does. */
  String description();

  /** Names of the process variables that the step reads. */
  String[] reads() default {};

  /** Names of the process variables that the step writes. */
  String[] writes() default {};
}
