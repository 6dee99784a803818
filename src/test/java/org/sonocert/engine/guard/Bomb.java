package org.sonocert.engine.guard;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Stands for any class of the program that an attacker would like to run. */
public class Bomb implements JavaDelegate {
  static final AtomicInteger GONE_OFF = new AtomicInteger();

  public String go() {
    GONE_OFF.incrementAndGet();
    return "gone off";
  }

  @Override
  public void execute(DelegateExecution execution) {
    go();
  }
}
