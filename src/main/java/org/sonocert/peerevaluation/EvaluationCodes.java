package org.sonocert.peerevaluation;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.sonocert.core.MachineClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.peerevaluation.sealed.CodeHashes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * One-time codes: six digits, good for ten minutes and five tries, the newest one only. Machine
 * time, since this guards a door and is no fact of the programme.
 */
@Repository
class EvaluationCodes {
  static final Duration GOOD_FOR = Duration.ofMinutes(10);
  static final int TRIES = 5;
  private static final int PER_QUARTER = 3;
  private static final int PER_DAY = 10;

  private final JdbcClient db;
  private final CodeHashes hashes;
  private final MachineClock clock;
  private final SecureRandom random = new SecureRandom();

  EvaluationCodes(JdbcClient db, CodeHashes hashes, MachineClock clock) {
    this.db = db;
    this.hashes = hashes;
    this.clock = clock;
  }

  /** A code to mail; {@code id} makes the mail unique. */
  record Drawn(long id, String code) {}

  /** What a typed code opened. */
  enum Check {
    RIGHT,
    WRONG,
    /** Too old, used before, or tried too often: a new one is needed. */
    VOID
  }

  /**
   * Draws a new code, which ends the one before.
   *
   * @throws Rejected TOO_MANY when codes were asked for too often
   */
  Drawn draw(NomineeId nominee) {
    db.sql("select id from nomination where id = ? for update")
        .param(nominee.value())
        .query()
        .listOfRows();
    Instant now = clock.now();
    if (since(nominee, now.minus(Duration.ofMinutes(15))) >= PER_QUARTER
        || since(nominee, now.minus(Duration.ofDays(1))) >= PER_DAY) {
      throw new Rejected(
          Rejection.tooMany(
              "codes-too-many",
              "Several codes were sent already. Please use the newest one, or wait 15 minutes."));
    }
    String code = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
    long id =
        db.sql(
                """
                insert into evaluation_code (nominee_id, code_hash, sent_at, expires_at)
                values (?, ?, ?, ?) returning id
                """)
            .params(
                nominee.value(),
                hashes.of(nominee.value(), code),
                Timestamp.from(now),
                Timestamp.from(now.plus(GOOD_FOR)))
            .query(Long.class)
            .single();
    return new Drawn(id, code);
  }

  /** Tries a code. Each try counts, so this must commit whatever comes out. */
  Check check(NomineeId nominee, String typed) {
    Optional<Try> one =
        db.sql(
                """
                update evaluation_code set tries = tries + 1
                 where id = (select id from evaluation_code where nominee_id = ?
                              order by id desc limit 1)
                   and used_at is null and expires_at > ? and tries < ?
                returning id, code_hash
                """)
            .params(nominee.value(), Timestamp.from(clock.now()), TRIES)
            .query((row, n) -> new Try(row.getLong(1), row.getBytes(2)))
            .optional();
    if (one.isEmpty()) {
      return Check.VOID;
    }
    String digits = typed.replaceAll("[\\s-]", "");
    if (!MessageDigest.isEqual(one.get().hash(), hashes.of(nominee.value(), digits))) {
      return Check.WRONG;
    }
    int used =
        db.sql("update evaluation_code set used_at = ? where id = ? and used_at is null")
            .params(Timestamp.from(clock.now()), one.get().id())
            .update();
    return used == 1 ? Check.RIGHT : Check.VOID;
  }

  private int since(NomineeId nominee, Instant from) {
    return db.sql("select count(*) from evaluation_code where nominee_id = ? and sent_at > ?")
        .params(nominee.value(), Timestamp.from(from))
        .query(Integer.class)
        .single();
  }

  @SuppressWarnings("ArrayRecordComponent") // read once, compared in constant time
  private record Try(long id, byte[] hash) {}
}
