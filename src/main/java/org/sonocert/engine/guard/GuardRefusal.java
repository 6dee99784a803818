package org.sonocert.engine.guard;

import org.camunda.bpm.engine.ProcessEngineException;

/** What a guard throws: something in a diagram or a query asked for more than it may have. */
public final class GuardRefusal extends ProcessEngineException {
  private static final long serialVersionUID = 1L;

  /** A refusal that says what was asked for. */
  public GuardRefusal(String what) {
    super("Refused by a guard of the engine: " + what + ".");
  }
}
