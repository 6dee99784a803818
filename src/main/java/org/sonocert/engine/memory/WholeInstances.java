package org.sonocert.engine.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;

/**
 * Who needs one execution of an instance needs the others a moment later: all come with the first
 * read, instead of one by one and then all again.
 */
final class WholeInstances extends ExecutionManager {
  private static final String WHOLE =
      "select * from act_ru_execution where proc_inst_id_ ="
          + " (select proc_inst_id_ from act_ru_execution where id_ = #{id})";

  private final Set<String> whole = new HashSet<>();

  @Override
  public @Nullable ExecutionEntity findExecutionById(String id) {
    if (cache().getCachedEntity(ExecutionEntity.class, id) == null) {
      Map<String, Object> query = new HashMap<>();
      query.put("sql", WHOLE);
      query.put("id", id);
      for (Execution read : findExecutionsByNativeQuery(query, 0, Integer.MAX_VALUE)) {
        whole.add(read.getProcessInstanceId());
      }
      if (cache().getCachedEntity(ExecutionEntity.class, id) == null) {
        return null;
      }
    }
    return super.findExecutionById(id);
  }

  /** As the query would answer: what stood there when it was read, not what was added since. */
  @Override
  public List<ExecutionEntity> findExecutionsByProcessInstanceId(String instance) {
    if (!whole.contains(instance)) {
      return super.findExecutionsByProcessInstanceId(instance);
    }
    return cache().getEntitiesByType(ExecutionEntity.class).stream()
        .filter(e -> instance.equals(e.getProcessInstanceId()))
        .filter(this::wasRead)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private boolean wasRead(ExecutionEntity execution) {
    return cache().getCachedEntity(execution).getEntityState() != DbEntityState.TRANSIENT;
  }

  private DbEntityCache cache() {
    return getDbEntityManager().getDbEntityCache();
  }
}
