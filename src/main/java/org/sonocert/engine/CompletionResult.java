package org.sonocert.engine;

import java.util.Map;

/**
 * What became of a posted form.
 *
 * @param errors by component key; when not empty nothing was stored
 * @param repeated whether the same form had been posted before and its first answer stands
 */
public record CompletionResult(Map<String, String> errors, boolean repeated) {

  /** Whether the task is done. */
  public boolean done() {
    return errors.isEmpty();
  }
}
