package org.sonocert.identity.twostep;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.OptionalLong;
import org.sonocert.core.AccountId;
import org.sonocert.core.MachineClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The authenticators that people have: offered, confirmed by a code, asked at each sign-in. */
@Component
public class SecondSteps {
  private static final Rejection WRONG =
      Rejection.invalid(
          "wrong-step-code",
          "That is not the code that the authenticator shows now, or it was used already. Wait for"
              + " the next code and give that one.");

  private final JdbcClient db;
  private final StepKey key;
  private final StepOffers offers;
  private final RecoveryCodes recovery;
  private final MachineClock clock;

  SecondSteps(
      JdbcClient db, StepKey key, StepOffers offers, RecoveryCodes recovery, MachineClock clock) {
    this.db = db;
    this.key = key;
    this.offers = offers;
    this.recovery = recovery;
    this.clock = clock;
  }

  /** What a code was: the authenticator's, or one of the recovery codes. */
  public enum Used {
    AUTHENTICATOR,
    RECOVERY_CODE
  }

  /** Whether the person has an authenticator. */
  public boolean has(AccountId owner) {
    return db.sql("select exists (select from second_step where account_id = ?)")
        .param(owner.value())
        .query(Boolean.class)
        .single();
  }

  /**
   * The secret that waits for its first code in a session: the one that was shown there before, or
   * a fresh one. A page that is loaded again shows the same picture.
   */
  @Transactional
  public byte[] offer(AccountId owner, String session) {
    return offers
        .of(owner, session)
        .orElseGet(
            () -> {
              offers.keep(owner, session, TimeCodes.drawSecret());
              return offers.of(owner, session).orElseThrow();
            });
  }

  /**
   * Takes the secret that this session was shown as the person's authenticator, in place of an
   * older one.
   *
   * @return fresh recovery codes, sealed for the page that shows them
   * @throws Rejected INVALID when it is not a code of that secret
   */
  @Transactional
  public String confirm(AccountId owner, String session, String code) {
    byte[] secret = offers.of(owner, session).orElseThrow(() -> new Rejected(WRONG));
    OptionalLong step = TimeCodes.stepOf(secret, digits(code), clock.now());
    if (step.isEmpty()) {
      throw new Rejected(WRONG);
    }
    db.sql(
            """
            insert into second_step values (?, ?, ?, ?, ?)
            on conflict (account_id) do update
               set key_id = excluded.key_id, sealed = excluded.sealed,
                   last_step = excluded.last_step, since = excluded.since
            """)
        .params(owner.value(), key.id(), key.seal(owner, secret), step.getAsLong())
        .param(Timestamp.from(clock.now()))
        .update();
    offers.forget(owner);
    return recovery.renew(owner);
  }

  /**
   * Compares a code with the authenticator and with the recovery codes, and uses it up.
   *
   * @throws Rejected INVALID when it is neither, or was used before
   */
  @Transactional
  public Used use(AccountId owner, String typed) {
    String digits = digits(typed);
    if (digits.matches("\\d{" + TimeCodes.DIGITS + "}")) {
      if (useStep(owner, digits)) {
        return Used.AUTHENTICATOR;
      }
    } else if (recovery.use(owner, typed)) {
      return Used.RECOVERY_CODE;
    }
    throw new Rejected(WRONG);
  }

  /** The person signs in by password alone again. */
  @Transactional
  public boolean remove(AccountId owner) {
    recovery.forget(owner);
    offers.forget(owner);
    return db.sql("delete from second_step where account_id = ?").param(owner.value()).update()
        == 1;
  }

  /** RFC 6238, 5.2: a code is taken once; nor is an older one taken after it. */
  private boolean useStep(AccountId owner, String code) {
    OptionalLong step =
        db.sql("select sealed from second_step where account_id = ?")
            .param(owner.value())
            .query(SecondSteps::box)
            .optional()
            .map(box -> TimeCodes.stepOf(key.open(owner, box), code, clock.now()))
            .orElse(OptionalLong.empty());
    return step.isPresent()
        && db.sql("update second_step set last_step = ? where account_id = ? and last_step < ?")
                .params(step.getAsLong(), owner.value(), step.getAsLong())
                .update()
            == 1;
  }

  private static byte[] box(ResultSet row, int n) throws SQLException {
    return row.getBytes("sealed");
  }

  private static String digits(String typed) {
    return typed.replaceAll("[ \\u00a0-]", "").strip();
  }
}
