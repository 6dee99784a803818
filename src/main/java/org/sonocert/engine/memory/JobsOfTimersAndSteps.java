package org.sonocert.engine.memory;

import java.util.List;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.jspecify.annotations.Nullable;

/**
 * Messages are told in the caller's transaction and signals are not allowed, so no event
 * subscription has a job that would have to go with it.
 */
final class JobsOfTimersAndSteps extends JobManager {

  @Override
  public List<JobEntity> findJobsByConfiguration(
      String handler, String configuration, @Nullable String tenant) {
    return ProcessEventJobHandler.TYPE.equals(handler)
        ? List.of()
        : super.findJobsByConfiguration(handler, configuration, tenant);
  }
}
