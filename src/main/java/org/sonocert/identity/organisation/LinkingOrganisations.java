package org.sonocert.identity.organisation;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.MachineClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.sonocert.identity.people.AccountChanges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose account a provider's person has: by its subject once linked, the first time by the address
 * that the provider has verified. Nobody gets an account or a role by it.
 */
@Component
public class LinkingOrganisations {
  private static final Rejection UNKNOWN =
      Rejection.invalid(
          "organisation-unknown",
          "Your organisation knows you, but there is no account with your verified address here.");

  private final JdbcClient db;
  private final Accounts accounts;
  private final AccountChanges changes;
  private final MachineClock clock;

  LinkingOrganisations(
      JdbcClient db, Accounts accounts, AccountChanges changes, MachineClock clock) {
    this.db = db;
    this.accounts = accounts;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Who a provider says has come.
   *
   * @param email empty unless the provider has verified it
   */
  public record Arrival(String issuer, String subject, Optional<String> email) {}

  /** Whether somebody signs in by their organisation. */
  public boolean linked(AccountId id) {
    return db.sql("select exists (select from organisation_identity where account_id = ?)")
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  /**
   * The account of an arrival, linked from now on.
   *
   * @throws Rejected INVALID when there is none, it may not sign in, or it is linked with somebody
   *     else of the same provider
   */
  @Transactional
  public Account account(Arrival arrival) {
    AccountId id = subject(arrival).or(() -> link(arrival)).orElseThrow(LinkingOrganisations::no);
    return accounts
        .credentials(id)
        .filter(known -> !known.disabled())
        .orElseThrow(LinkingOrganisations::no)
        .account();
  }

  private Optional<AccountId> subject(Arrival arrival) {
    return db.sql("select account_id from organisation_identity where issuer = ? and subject = ?")
        .params(arrival.issuer(), arrival.subject())
        .query(UUID.class)
        .optional()
        .map(AccountId::new);
  }

  private Optional<AccountId> link(Arrival arrival) {
    Optional<AccountId> found =
        arrival
            .email()
            .flatMap(accounts::credentials)
            .filter(known -> !known.disabled())
            .map(known -> known.account().id());
    return found.filter(id -> linkedNow(id, arrival));
  }

  private boolean linkedNow(AccountId id, Arrival arrival) {
    int linked =
        db.sql("insert into organisation_identity values (?, ?, ?, ?) on conflict do nothing")
            .params(arrival.issuer(), arrival.subject(), id.value(), Timestamp.from(clock.now()))
            .update();
    if (linked == 1) {
      changes.note(id, id, "organisation-linked", "", "");
    }
    return linked == 1;
  }

  private static Rejected no() {
    return new Rejected(UNKNOWN);
  }
}
