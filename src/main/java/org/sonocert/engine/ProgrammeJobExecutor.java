package org.sonocert.engine;

import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;

/** The engine's job executor, tuned for two cores and deadlines that are counted in days. */
final class ProgrammeJobExecutor extends DefaultJobExecutor {

  ProgrammeJobExecutor() {
    setMaxJobsPerAcquisition(8);
    setCorePoolSize(2);
    setMaxPoolSize(4);
    setQueueSize(16);
    setWaitTimeInMillis(1_000);
    setMaxWait(10_000);
    setLockTimeInMillis(300_000);
  }
}
