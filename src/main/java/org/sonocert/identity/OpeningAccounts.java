package org.sonocert.identity;

import java.sql.Timestamp;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts whose address is known to be the person's own. */
@Component
public class OpeningAccounts {
  private final JdbcClient db;
  private final ProgrammeClock clock;
  private final PasswordEncoder passwords;

  OpeningAccounts(JdbcClient db, ProgrammeClock clock, PasswordEncoder passwords) {
    this.db = db;
    this.clock = clock;
    this.passwords = passwords;
  }

  /** A person as they are written into the table. */
  public record Person(
      String email,
      String givenName,
      String familyName,
      Locale locale,
      String passwordHash,
      @Nullable Timestamp rulesAcceptedAt) {}

  /** The form in which a password is stored. */
  public String hash(String password) {
    return String.valueOf(passwords.encode(password));
  }

  /**
   * Opens an account with roles.
   *
   * @param by who grants the roles: a pseudonym or {@code system}
   * @return its id, empty when the address has an account, which then stays as it is
   */
  @Transactional
  public Optional<AccountId> open(Person person, Set<Role> roles, String by) {
    UUID id = UUID.randomUUID();
    Timestamp now = Timestamp.from(clock.now());
    int opened =
        db.sql(
                "insert into account (id, email, given_name, family_name, locale, password_hash,"
                    + " rules_accepted_at, confirmed_at) select ?, ?, ?, ?, ?, ?, ?, ?"
                    + " where not exists (select from second_address where email = ?)"
                    + " on conflict (email) do nothing")
            .param(id)
            .param(Accounts.lower(person.email()))
            .param(person.givenName())
            .param(person.familyName())
            .param(person.locale().toLanguageTag())
            .param(person.passwordHash())
            .param(person.rulesAcceptedAt())
            .param(now)
            .param(Accounts.lower(person.email()))
            .update();
    if (opened == 0) {
      return Optional.empty();
    }
    db.sql(
            "insert into account_role (account_id, role, granted_at, granted_by)"
                + " select ?, r, ?, ? from unnest(?) r")
        .param(id)
        .param(now)
        .param(by)
        .param(roles.stream().map(Role::id).toArray(String[]::new))
        .update();
    return Optional.of(new AccountId(id));
  }
}
