package org.sonocert.engine;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The servers that run housekeeping on this database, as its scheduler keeps them. */
@Component
public class NodesSeen {
  private final JdbcClient db;

  NodesSeen(JdbcClient db) {
    this.db = db;
  }

  /** A server, and when it was heard of last, machine time. */
  public record Node(String name, Instant at) {}

  /** Those that are kept, the one heard of last first. */
  public List<Node> list() {
    return db.sql(
            "select instance_name, last_checkin_time from quartz.qrtz_scheduler_state"
                + " order by last_checkin_time desc limit 50")
        .query((row, n) -> new Node(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
        .list();
  }
}
