package org.sonocert.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.MachineClock;
import org.sonocert.engine.clock.Housekeeping;
import org.sonocert.notification.Mail;
import org.sonocert.notification.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody forgot the password. A new one signs every device out. */
@Component
public class ResettingPasswords implements Housekeeping {
  private static final String OPEN =
      " where token_hash = ? and used_at is null and expires_at > ? ";

  private final JdbcClient db;
  private final Accounts accounts;
  private final ChangingPasswords changing;
  private final Sessions sessions;
  private final Outbox outbox;
  private final MachineClock machine;

  ResettingPasswords(
      JdbcClient db,
      Accounts accounts,
      ChangingPasswords changing,
      Sessions sessions,
      Outbox outbox,
      MachineClock machine) {
    this.db = db;
    this.accounts = accounts;
    this.changing = changing;
    this.sessions = sessions;
    this.outbox = outbox;
    this.machine = machine;
  }

  /** Mails a link when the address has an account; the caller cannot tell. */
  @Transactional
  public void forgot(String email) {
    accounts
        .findByEmail(email)
        .ifPresent(account -> mailReset(account, Accounts.lower(email), "reset-password"));
  }

  void mailReset(Account account, String to, String kind) {
    String token = Token.draw();
    byte[] hash = Token.hash(token);
    db.sql("insert into password_reset (token_hash, account_id, expires_at) values (?, ?, ?)")
        .param(hash)
        .param(account.id().value())
        .param(Timestamp.from(machine.now().plus(SigningUp.GOOD_FOR)))
        .update();
    outbox.post(
        new Mail(
            kind,
            HexFormat.of().formatHex(hash),
            to,
            account.locale(),
            Map.of("name", account.givenName(), "link", "/password/reset/" + token),
            null));
  }

  /** The account that an open link is for; changes nothing. */
  public Optional<Account> open(String token) {
    return db.sql("select account_id from password_reset" + OPEN)
        .param(Token.hash(token))
        .param(Timestamp.from(machine.now()))
        .query(UUID.class)
        .optional()
        .flatMap(id -> accounts.find(new AccountId(id)));
  }

  /**
   * Uses the link up, sets the password, ends all sessions and other links of the account.
   *
   * @return false when the link is wrong, used or over
   */
  @Transactional
  public boolean reset(String token, String password) {
    Timestamp now = Timestamp.from(machine.now());
    Optional<UUID> id =
        db.sql("update password_reset set used_at = ?" + OPEN + "returning account_id")
            .param(now)
            .param(Token.hash(token))
            .param(now)
            .query(UUID.class)
            .optional();
    id.map(AccountId::new).ifPresent(account -> change(account, password, now));
    return id.isPresent();
  }

  private void change(AccountId id, String password, Timestamp now) {
    db.sql("update password_reset set used_at = ? where account_id = ? and used_at is null")
        .param(now)
        .param(id.value())
        .update();
    sessions.endAll(id);
    changing.set(id, null, password);
  }

  @Override
  public String name() {
    return "identity-links-forgotten";
  }

  @Override
  public String schedule() {
    return "0 17 3 * * ?";
  }

  /** Links that are over are no use to anybody; a sign-up is kept a week for a new link. */
  @Override
  public void run(Instant now) {
    Instant today = machine.now();
    db.sql("delete from password_reset where expires_at < ?").param(Timestamp.from(today)).update();
    db.sql("delete from sign_up where expires_at < ?")
        .param(Timestamp.from(today.minus(SigningUp.GOOD_FOR.multipliedBy(7))))
        .update();
  }
}
