package org.sonocert.engine.memory;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;

/** A job has an incident only when it has no try left, so one that has is not asked about. */
final class IncidentsOfFailedJobs extends IncidentManager {

  @Override
  public List<Incident> findIncidentByConfigurationAndIncidentType(String job, String type) {
    JobEntity known = getDbEntityManager().getCachedEntity(JobEntity.class, job);
    return known != null && known.getRetries() > 0
        ? List.of()
        : super.findIncidentByConfigurationAndIncidentType(job, type);
  }
}
