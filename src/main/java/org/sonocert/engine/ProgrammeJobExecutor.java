package org.sonocert.engine;

import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;

/** The engine's job executor, tuned for two cores and deadlines that are counted in days. */
final class ProgrammeJobExecutor extends DefaultJobExecutor {

  /**
   * How long a job of a killed server waits. Longer than any step, which takes seconds; what runs
   * longer is done again and the version check lets only one of the two commit.
   */
  private static final int LOCK_MILLIS = 60_000;

  ProgrammeJobExecutor() {
    setMaxJobsPerAcquisition(8);
    setCorePoolSize(2);
    setMaxPoolSize(4);
    setQueueSize(16);
    setWaitTimeInMillis(1_000);
    setMaxWait(10_000);
    setLockTimeInMillis(LOCK_MILLIS);
  }
}
