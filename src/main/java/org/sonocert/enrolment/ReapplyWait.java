package org.sonocert.enrolment;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sonocert.core.AccountId;
import org.sonocert.engine.Decisions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * From when on somebody may buy again after an unsuccessful or unfinished try, or after withdrawing
 * from one that was started. How long the wait is stands in the eligibility table only: it is found
 * by asking the table.
 */
@Service
public class ReapplyWait {
  private static final int LONGEST_DAYS = 1 << 12;
  private static final Map<String, Object> ALL_ELSE_FINE =
      Map.of(
          "trainee", false,
          "goodStanding", true,
          "practising", true,
          "fundamentalsMet", true,
          "activeElsewhere", false,
          "credentialMonthsLeft", -1,
          "truthConfirmed", true,
          "casesAttested", 1,
          "requiredCases", 1);

  private final Decisions decisions;
  private final JdbcClient db;
  private final Map<Long, Integer> days = new ConcurrentHashMap<>();

  ReapplyWait(Decisions decisions, JdbcClient db) {
    this.decisions = decisions;
    this.db = db;
  }

  /** The instant from which the person may buy the product again; empty without an earlier try. */
  public Optional<Instant> earliest(AccountId candidate, String product, long release) {
    return db.sql(
            """
            select ended_at from v_enrolment_waited_after
             where candidate_id = ? and product = ?
             order by ended_at desc limit 1
            """)
        .params(candidate.value(), product)
        .query(Timestamp.class)
        .optional()
        .map(end -> after(end.toInstant(), release));
  }

  /** The instant from which one may buy again after a result or a window's end. */
  public Instant after(Instant end, long release) {
    return end.plus(days.computeIfAbsent(release, this::ask), ChronoUnit.DAYS);
  }

  /** The first whole day on which the table lets in, all else being fine. */
  private int ask(long release) {
    int refused = -1;
    int allowed = LONGEST_DAYS;
    while (allowed - refused > 1) {
      int middle = (refused + allowed) >>> 1;
      if (allowed(release, middle)) {
        allowed = middle;
      } else {
        refused = middle;
      }
    }
    return allowed;
  }

  private boolean allowed(long release, int daysSince) {
    Map<String, Object> inputs = new HashMap<>(ALL_ELSE_FINE);
    inputs.put("daysSinceLastResult", daysSince);
    return Boolean.TRUE.equals(decisions.evaluate(release, "eligibility", inputs).get("eligible"));
  }
}
