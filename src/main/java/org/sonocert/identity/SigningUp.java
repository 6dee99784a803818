package org.sonocert.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sonocert.core.MachineClock;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.notification.Mail;
import org.sonocert.notification.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody signs up and is mailed a link that confirms the address. Whether the address has an
 * account already is told by mail and nowhere else.
 */
@Component
public class SigningUp {
  static final Duration GOOD_FOR = Duration.ofHours(24);

  private final JdbcClient db;
  private final Accounts accounts;
  private final OpeningAccounts opening;
  private final ResettingPasswords resetting;
  private final Outbox outbox;
  private final MachineClock machine;
  private final ProgrammeClock clock;

  SigningUp(
      JdbcClient db,
      Accounts accounts,
      OpeningAccounts opening,
      ResettingPasswords resetting,
      Outbox outbox,
      MachineClock machine,
      ProgrammeClock clock) {
    this.db = db;
    this.accounts = accounts;
    this.opening = opening;
    this.resetting = resetting;
    this.outbox = outbox;
    this.machine = machine;
    this.clock = clock;
  }

  /** What the sign-up page asks for, checked. */
  public record SignUp(
      String email, String givenName, String familyName, Locale locale, String password) {}

  /** Keeps the sign-up until it is confirmed, and mails what there is to do. */
  @Transactional
  public void signUp(SignUp person) {
    String hash = opening.hash(person.password());
    if (toldByMail(person.email())) {
      return;
    }
    keep(
        new OpeningAccounts.Person(
            Accounts.lower(person.email()),
            person.givenName().strip(),
            person.familyName().strip(),
            person.locale(),
            hash,
            Timestamp.from(clock.now())));
  }

  /** Mails a new link to somebody whose link has run out; silent when there is no sign-up. */
  @Transactional
  public void mailAgain(String email) {
    if (toldByMail(email)) {
      return;
    }
    db.sql("select * from sign_up where email = ? order by expires_at desc limit 1")
        .param(Accounts.lower(email))
        .query(SigningUp::person)
        .optional()
        .ifPresent(this::keep);
  }

  private boolean toldByMail(String email) {
    Optional<Account> known = accounts.findByEmail(email);
    known.ifPresent(
        account -> resetting.mailReset(account, Accounts.lower(email), "address-known"));
    return known.isPresent();
  }

  private void keep(OpeningAccounts.Person person) {
    String token = Token.draw();
    byte[] hash = Token.hash(token);
    db.sql(
            "insert into sign_up (token_hash, email, given_name, family_name, locale,"
                + " password_hash, rules_accepted_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .param(hash)
        .param(person.email())
        .param(person.givenName())
        .param(person.familyName())
        .param(person.locale().toLanguageTag())
        .param(person.passwordHash())
        .param(person.rulesAcceptedAt())
        .param(Timestamp.from(machine.now().plus(GOOD_FOR)))
        .update();
    outbox.post(
        new Mail(
            "confirm-address",
            HexFormat.of().formatHex(hash),
            person.email(),
            person.locale(),
            Map.of("name", person.givenName(), "link", "/confirm/" + token),
            null));
  }

  static OpeningAccounts.Person person(ResultSet row, int n) throws SQLException {
    return new OpeningAccounts.Person(
        row.getString("email"),
        row.getString("given_name"),
        row.getString("family_name"),
        Locale.forLanguageTag(row.getString("locale")),
        row.getString("password_hash"),
        row.getTimestamp("rules_accepted_at"));
  }
}
