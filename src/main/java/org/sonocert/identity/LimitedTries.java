package org.sonocert.identity;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.sonocert.core.MachineClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.clock.Housekeeping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Limits how often something may be tried, per address and per network address, on machine time and
 * on all nodes. A try is written down before its outcome is known, and counted and written in one
 * step, so that a burst of tries at the same moment gets no further than one after the other.
 */
@Component
public class LimitedTries implements Housekeeping {
  /** The span over which tries are counted. */
  public static final Duration SPAN = Duration.ofMinutes(15);

  private static final String TAKE = "select id from take_tries(?, ?, ?, ?) as id";

  private final JdbcClient db;
  private final MachineClock clock;

  LimitedTries(JdbcClient db, MachineClock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * One thing that is limited.
   *
   * @param what kind and subject, for example {@code login:ana@example.org}
   * @param most tries within {@link #SPAN}
   */
  public record Limit(String what, int most) {}

  /**
   * Writes one try down against all limits.
   *
   * @return the try, to be forgiven when it succeeds
   * @throws Rejected TOO_MANY when one of the limits is reached; nothing is written then
   */
  public List<Long> take(Limit... limits) {
    byte[][] buckets = new byte[limits.length][];
    Integer[] most = new Integer[limits.length];
    for (int i = 0; i < limits.length; i++) {
      buckets[i] = Token.hash(limits[i].what().toLowerCase(Locale.ROOT));
      most[i] = limits[i].most();
    }
    Instant now = clock.now();
    List<Long> taken =
        db.sql(TAKE)
            .param(buckets)
            .param(most)
            .param(Timestamp.from(now))
            .param(Timestamp.from(now.minus(SPAN)))
            .query(Long.class)
            .list();
    if (taken.isEmpty()) {
      throw new Rejected(
          Rejection.tooMany(
              "too-many-tries", "That was tried too often. Please wait 15 minutes and try again."));
    }
    return taken;
  }

  /** It succeeded: it does not count, nor do earlier tries at the same subject. */
  public void forgive(List<Long> taken, String what) {
    db.sql("delete from attempt where id = any(?) or bucket = ?")
        .param(taken.toArray(Long[]::new))
        .param(Token.hash(what.toLowerCase(Locale.ROOT)))
        .update();
  }

  @Override
  public String name() {
    return "attempts-forgotten";
  }

  @Override
  public String schedule() {
    return "0 7 * * * ?";
  }

  @Override
  public void run(Instant now) {
    db.sql("delete from attempt where at < ?")
        .param(Timestamp.from(clock.now().minus(SPAN)))
        .update();
  }
}
