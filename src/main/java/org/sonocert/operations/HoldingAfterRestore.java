package org.sonocert.operations;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.AfterRestore;
import org.sonocert.core.MachineClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first start on a restored database: whatever was under way to the outside is held for a
 * person, before the first job, mail or visitor. Of several nodes one does it.
 */
@Component
@Order(0)
class HoldingAfterRestore implements SmartInitializingSingleton {
  private static final Logger log = LoggerFactory.getLogger(HoldingAfterRestore.class);

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final ObjectProvider<AfterRestore> all;
  private final MachineClock machine;
  private final JsonMapper json = JsonMapper.shared();

  HoldingAfterRestore(
      JdbcClient db,
      TransactionTemplate transaction,
      ObjectProvider<AfterRestore> all,
      MachineClock machine) {
    this.db = db;
    this.transaction = transaction;
    this.all = all;
    this.machine = machine;
  }

  private record Open(UUID id, Instant restoredAt) {}

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(
        t -> {
          List<Open> restores =
              db.sql("select id, restored_at from restored where held_at is null for update")
                  .query(
                      (row, n) ->
                          new Open(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
                  .list();
          restores.forEach(this::hold);
        });
  }

  private void hold(Open restore) {
    Map<String, Integer> held = new TreeMap<>();
    all.orderedStream().forEach(one -> held.put(one.what(), one.hold(restore.restoredAt())));
    db.sql("update restored set held_at = ?, held = ?::jsonb where id = ?")
        .params(Timestamp.from(machine.now()), json.writeValueAsString(held), restore.id())
        .update();
    log.warn("This database was restored from a backup; held for a person: {}", held);
  }
}
