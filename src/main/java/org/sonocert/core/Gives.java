package org.sonocert.core;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the variables that a form's handler may hand to the engine. Everything else that people
 * answer stays in the capability's own tables; a diagram that names another variable is refused.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Gives {

  /** Names of process variables, camelCase. */
  String[] value();
}
