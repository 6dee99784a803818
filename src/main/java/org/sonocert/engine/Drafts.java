package org.sonocert.engine;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sonocert.core.MachineClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Half-filled forms, kept per task and person until they are sent. Not for sealed forms. */
@Component
public class Drafts {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST = 100_000;

  private final JdbcClient db;
  private final MachineClock clock;

  Drafts(JdbcClient db, MachineClock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Keeps what was typed; returns when it was kept. */
  public Instant save(String taskId, String person, Map<String, List<String>> raw) {
    String json = JSON.writeValueAsString(raw);
    Instant now = clock.now();
    if (json.length() <= LONGEST) {
      db.sql(
              """
              insert into task_draft (task_id, person, answers, saved_at) values (?, ?, ?::jsonb, ?)
              on conflict (task_id, person)
              do update set answers = excluded.answers, saved_at = excluded.saved_at
              """)
          .params(taskId, person, json, Timestamp.from(now))
          .update();
    }
    return now;
  }

  /** What was typed before, by component key; empty when nothing was. */
  public Map<String, List<String>> load(String taskId, String person) {
    return db.sql("select answers::text from task_draft where task_id = ? and person = ?")
        .params(taskId, person)
        .query(String.class)
        .optional()
        .map(
            json ->
                JSON.readValue(json, new TypeReference<LinkedHashMap<String, List<String>>>() {}))
        .orElseGet(LinkedHashMap::new);
  }
}
