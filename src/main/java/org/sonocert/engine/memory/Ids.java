package org.sonocert.engine.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;

/** What one engine has seen of things that are written once, at a deployment, and never changed. */
final class Ids {
  final Map<String, String> processes = new ConcurrentHashMap<>();
  final Map<String, String> decisions = new ConcurrentHashMap<>();
  final Map<String, JobDefinitionEntity> jobDefinitions = new ConcurrentHashMap<>();

  static String key(String deployment, String key) {
    return deployment + ' ' + key;
  }
}
