package org.sonocert.peerevaluation.sealed;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.SealedBox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Half-filled evaluations, encrypted under a key of their own: who can read a draft cannot read
 * what was sent.
 */
@Component
public class EvaluationDrafts {
  private static final int LONGEST = 100_000;

  private final SealedBox box;
  private final String keyId;
  private final JdbcClient db;
  private final ProgrammeClock clock;

  EvaluationDrafts(SealKeys keys, JdbcClient db, ProgrammeClock clock) {
    this.box = new SealedBox(keys.derive("draft"));
    this.keyId = keys.id();
    this.db = db;
    this.clock = clock;
  }

  /** Keeps what was typed, by component key; returns when. Too much at once is not kept. */
  public Instant save(UUID nominee, Map<String, List<String>> typed) {
    byte[] plain = Answers.write(typed);
    Instant now = clock.now();
    if (plain.length <= LONGEST) {
      db.sql(
              """
              insert into evaluation_draft values (?, ?, ?, ?)
              on conflict (nominee_id) do update set key_id = excluded.key_id,
                ciphertext = excluded.ciphertext, saved_at = excluded.saved_at
              """)
          .params(nominee, keyId, box.seal("draft/" + nominee, plain), Timestamp.from(now))
          .update();
    }
    return now;
  }

  /** What was typed before; empty when nothing was, or when another key sealed it. */
  public Map<String, List<String>> load(UUID nominee) {
    return db.sql("select ciphertext from evaluation_draft where nominee_id = ? and key_id = ?")
        .params(nominee, keyId)
        .query((row, n) -> row.getBytes(1))
        .optional()
        .map(bytes -> Answers.readTyped(box.open("draft/" + nominee, bytes)))
        .orElse(Map.of());
  }

  /** Forgets what was typed. */
  public void forget(UUID... nominees) {
    db.sql("delete from evaluation_draft where nominee_id = any(?)").param(nominees).update();
  }
}
