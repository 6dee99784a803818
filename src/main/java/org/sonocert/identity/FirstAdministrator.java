package org.sonocert.identity;

import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.BaseUrl;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first administrator of a new server comes in by a one-time code that the server prints at its
 * start, as long as there is no administrator. A new start prints a new code.
 */
@Component
@Profile("!demo")
public class FirstAdministrator implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

  private final JdbcClient db;
  private final Accounts accounts;
  private final OpeningAccounts opening;
  private final BaseUrl base;

  FirstAdministrator(JdbcClient db, Accounts accounts, OpeningAccounts opening, BaseUrl base) {
    this.db = db;
    this.accounts = accounts;
    this.opening = opening;
    this.base = base;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    if (!accounts.withRole(Role.ADMINISTRATOR).isEmpty()) {
      return;
    }
    String code = Token.draw();
    db.sql(
            "insert into first_administrator (code_hash) values (?)"
                + " on conflict (only_row) do update set code_hash = excluded.code_hash")
        .param(Token.hash(code))
        .update();
    log.warn(
        "There is no administrator yet. Open {} and use this code once: {}",
        base.of("/first-administrator"),
        code);
  }

  /** Whether a code waits for somebody. */
  public boolean awaited() {
    return stored().isPresent();
  }

  /**
   * Opens the administrator's account and uses the code up.
   *
   * @throws Rejected when the code is wrong or the address has an account
   */
  @Transactional
  public void open(String code, SigningUp.SignUp person) {
    byte[] kept = stored().orElseThrow(() -> new Rejected(Rejection.notFound("page")));
    if (!MessageDigest.isEqual(kept, Token.hash(code.strip()))) {
      throw new Rejected(
          Rejection.invalid("wrong-code", "That is not the code that the server printed last."));
    }
    var row =
        new OpeningAccounts.Person(
            person.email(),
            person.givenName().strip(),
            person.familyName().strip(),
            Locale.forLanguageTag(person.locale().getLanguage()),
            opening.hash(person.password()),
            null);
    if (opening.open(row, Set.of(Role.ADMINISTRATOR), "first-administrator-code").isEmpty()) {
      throw new Rejected(
          Rejection.conflict("address-known", "This address has an account already."));
    }
    db.sql("delete from first_administrator").update();
  }

  private Optional<byte[]> stored() {
    return db.sql("select code_hash from first_administrator for update")
        .query(byte[].class)
        .optional();
  }
}
