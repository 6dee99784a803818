package org.sonocert.engine.memory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.jspecify.annotations.Nullable;

/** What one engine has seen of things that are written once, at a deployment, and never changed. */
final class Ids {
  final Map<String, String> processes = new ConcurrentHashMap<>();
  final Map<String, String> decisions = new ConcurrentHashMap<>();
  final Map<String, JobDefinitionEntity> jobDefinitions = new ConcurrentHashMap<>();

  /**
   * A definition of a deployment. Its id is remembered once it was read; the definition itself is
   * kept by the engine's own cache, which may drop it.
   */
  static <T extends ResourceDefinitionEntity<?>> @Nullable T find(
      Map<String, String> ids,
      String deployment,
      String key,
      Function<String, @Nullable T> cached,
      Supplier<@Nullable T> read) {
    String name = deployment + ' ' + key;
    String id = ids.get(name);
    T known = id == null ? null : cached.apply(id);
    if (known == null) {
      known = read.get();
      if (known != null) {
        ids.put(name, known.getId());
      }
    }
    return known;
  }
}
