package org.sonocert.identity.twostep;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.sonocert.core.AccountId;
import org.sonocert.core.MachineClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ten codes for the day when the authenticator is lost: shown once, each good once. */
@Component
public class RecoveryCodes {
  static final int HOW_MANY = 10;
  private static final int SIGNS_EACH = 12;

  /** Signs that nobody mixes up; twelve of them are 59 bits. */
  private static final String SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";

  private final JdbcClient db;
  private final StepKey key;
  private final MachineClock clock;
  private final SecureRandom random = new SecureRandom();

  RecoveryCodes(JdbcClient db, StepKey key, MachineClock clock) {
    this.db = db;
    this.key = key;
    this.clock = clock;
  }

  /**
   * Draws new codes in the caller's transaction; all older ones are over.
   *
   * @return the codes sealed, so that they can travel to the page that shows them once
   */
  @Transactional
  public String renew(AccountId owner) {
    forget(owner);
    List<String> codes = IntStream.range(0, HOW_MANY).mapToObj(i -> draw()).toList();
    List<byte[]> hashes = new ArrayList<>();
    codes.forEach(code -> hashes.add(key.hash(owner, plain(code))));
    db.sql("insert into recovery_code (account_id, hash) select ?, h from unnest(?) h")
        .param(owner.value())
        .param(hashes.toArray(byte[][]::new))
        .update();
    return key.sealText(owner, String.join(" ", codes));
  }

  /** The codes that {@link #renew} sealed. */
  public List<String> shown(AccountId owner, String sealed) {
    return List.of(key.openText(owner, sealed).split(" "));
  }

  /** How many are left. */
  public int left(AccountId owner) {
    return db.sql("select count(*) from recovery_code where account_id = ? and used_at is null")
        .param(owner.value())
        .query(Integer.class)
        .single();
  }

  /** Uses a code up; of two at once one gets it. */
  boolean use(AccountId owner, String typed) {
    return db.sql(
                "update recovery_code set used_at = ?"
                    + " where account_id = ? and hash = ? and used_at is null")
            .param(Timestamp.from(clock.now()))
            .param(owner.value())
            .param(key.hash(owner, plain(typed)))
            .update()
        == 1;
  }

  void forget(AccountId owner) {
    db.sql("delete from recovery_code where account_id = ?").param(owner.value()).update();
  }

  private String draw() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < SIGNS_EACH; i++) {
      code.append(i > 0 && i % 4 == 0 ? "-" : "")
          .append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  private static String plain(String typed) {
    return typed.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z]", "");
  }
}
