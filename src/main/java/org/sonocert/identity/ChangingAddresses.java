package org.sonocert.identity;

import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sonocert.core.AccountId;
import org.sonocert.core.MachineClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.people.AccountChanges;
import org.sonocert.notification.Mail;
import org.sonocert.notification.Outbox;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A person's mailboxes. A new one counts once its mailbox has answered to the signed-in person; the
 * old one is told. Whether an address is somebody else's is said to that mailbox only.
 */
@Component
public class ChangingAddresses {
  private static final Rejection KNOWN =
      Rejection.conflict("address-known", "This address belongs to an account already.");

  private final JdbcClient db;
  private final AddressLinks links;
  private final Accounts accounts;
  private final ResettingPasswords resetting;
  private final Sessions sessions;
  private final AccountChanges changes;
  private final AccountLetters letters;
  private final RefusedMailboxes refused;
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final MachineClock machine;

  ChangingAddresses(
      JdbcClient db,
      AddressLinks links,
      Accounts accounts,
      ResettingPasswords resetting,
      Sessions sessions,
      AccountChanges changes,
      AccountLetters letters,
      RefusedMailboxes refused,
      Outbox outbox,
      TransactionTemplate transaction,
      MachineClock machine) {
    this.db = db;
    this.links = links;
    this.accounts = accounts;
    this.resetting = resetting;
    this.sessions = sessions;
    this.changes = changes;
    this.letters = letters;
    this.refused = refused;
    this.outbox = outbox;
    this.transaction = transaction;
    this.machine = machine;
  }

  /** Which of the two mailboxes. */
  public enum Kind {
    MAIN,
    SECOND;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An address that waits for its mailbox.
   *
   * @param email lower case
   */
  public record Waiting(String email, Kind kind) {}

  /** The second address, where there is one. */
  public Optional<String> second(AccountId id) {
    return db.sql("select email from second_address where account_id = ?")
        .param(id.value())
        .query(String.class)
        .optional();
  }

  /** Writes to the new mailbox. The page says the same whoever the address belongs to. */
  @Transactional
  public void ask(AccountId id, Kind kind, String email) {
    String address = Accounts.lower(email);
    Optional<Account> owner = accounts.findByEmail(address);
    boolean swap = kind == Kind.MAIN && second(id).filter(address::equals).isPresent();
    if (owner.isPresent() && !swap) {
      if (owner.get().id().equals(id)) {
        tryAgain(owner.get(), address);
        return;
      }
      resetting.mailReset(owner.get(), address, "address-known");
      return;
    }
    mailLink(accounts.get(id), kind, address);
  }

  /** Writes once more to a mailbox that was refused; one that answers need not be asked. */
  private void tryAgain(Account owner, String address) {
    if (!refused.of(owner.id()).contains(address)) {
      throw new Rejected(KNOWN);
    }
    mailLink(owner, address.equals(owner.email()) ? Kind.MAIN : Kind.SECOND, address);
  }

  private void mailLink(Account account, Kind kind, String address) {
    String token = Token.draw();
    byte[] hash = Token.hash(token);
    links.keep(account.id(), kind, address, hash);
    outbox.post(
        new Mail(
            "confirm-new-address",
            HexFormat.of().formatHex(hash),
            address,
            account.locale(),
            Map.of("name", account.givenName(), "link", "/account/mailbox/" + token),
            null));
  }

  /** The address that an open link of this person is for; changes nothing. */
  public Optional<Waiting> waiting(AccountId id, String token) {
    return links.waiting(id, token);
  }

  /**
   * The mailbox answered: the address counts from now on.
   *
   * @param here the session that asks; all others are ended
   * @return false when the link is wrong, used, over or another person's
   * @throws Rejected CONFLICT when somebody else has taken the address meanwhile
   */
  public boolean confirm(AccountId id, String token, String here) {
    try {
      return Boolean.TRUE.equals(transaction.execute(t -> take(id, token, here)));
    } catch (DataIntegrityViolationException e) {
      throw new Rejected(KNOWN);
    }
  }

  private boolean take(AccountId id, String token, String here) {
    Optional<Waiting> found = waiting(id, token);
    if (found.isEmpty() || !links.useUp(id, token)) {
      return false;
    }
    String address = found.get().email();
    List<String> before = accounts.addresses(id);
    if (before.indexOf(address) == found.get().kind().ordinal()) {
      refused.answered(id, address);
      return true;
    }
    if (found.get().kind() == Kind.MAIN) {
      db.sql("delete from second_address where account_id = ? and email = ?")
          .params(id.value(), address)
          .update();
      db.sql("update account set email = ? where id = ?").params(address, id.value()).update();
      changes.note(id, id, "address-changed", before.get(0) + " → " + address, "");
    } else {
      db.sql(
              "insert into second_address values (?, ?, ?) on conflict (account_id) do update"
                  + " set email = excluded.email, confirmed_at = excluded.confirmed_at")
          .params(id.value(), address, Timestamp.from(machine.now()))
          .update();
      changes.note(id, id, "address-added", address, "");
    }
    refused.answered(id, address);
    tellOldOnes(id, before, address, here);
    return true;
  }

  private void tellOldOnes(AccountId id, List<String> before, String address, String here) {
    db.sql("delete from password_reset where account_id = ?").param(id.value()).update();
    sessions.endOthers(id, here);
    Account account = accounts.get(id);
    before.stream()
        .filter(old -> !old.equals(address))
        .forEach(old -> letters.postTo(old, account, "address-changed", "address", address));
  }

  /** The person does without a second address. */
  @Transactional
  public void removeSecond(AccountId id) {
    second(id)
        .ifPresent(
            old -> {
              db.sql("delete from second_address where account_id = ?").param(id.value()).update();
              refused.removed(id, old);
              changes.note(id, id, "address-removed", old, "");
              letters.postTo(old, accounts.get(id), "address-removed");
            });
  }
}
