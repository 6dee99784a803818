package org.sonocert.engine.clock;

/** Stops and starts whatever runs by itself, so that the time machine has the stage alone. */
public interface JobSwitch {

  /** Waits until nothing runs, and lets nothing new begin. */
  void pause();

  /** Lets things run again. */
  void resume();
}
