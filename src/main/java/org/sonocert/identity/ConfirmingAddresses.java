package org.sonocert.identity;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.Set;
import org.sonocert.core.AccountId;
import org.sonocert.core.MachineClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The mailed link opens the account for whoever knows the password that was chosen at sign-up. A
 * click alone would give an account to a stranger who signed up with somebody else's address.
 */
@Component
public class ConfirmingAddresses {
  private static final int PER_LINK = 10;
  private static final int PER_NETWORK = 100;
  private static final String OPEN =
      " where token_hash = ? and used_at is null and expires_at > ? ";
  private static final Rejection WRONG =
      Rejection.invalid(
          "confirm-refused",
          "That is not the password that was chosen when this address was signed up.");

  private final JdbcClient db;
  private final OpeningAccounts opening;
  private final LimitedTries tries;
  private final PasswordEncoder passwords;
  private final TransactionTemplate transactions;
  private final MachineClock machine;

  ConfirmingAddresses(
      JdbcClient db,
      OpeningAccounts opening,
      LimitedTries tries,
      PasswordEncoder passwords,
      TransactionTemplate transactions,
      MachineClock machine) {
    this.db = db;
    this.opening = opening;
    this.tries = tries;
    this.passwords = passwords;
    this.transactions = transactions;
    this.machine = machine;
  }

  /** Whether a link can still be confirmed; changes nothing. */
  public boolean open(String token) {
    return waiting(token).isPresent();
  }

  /**
   * Uses the link up and opens the account.
   *
   * @return false when the link is wrong, used or over
   * @throws Rejected INVALID when it is not the password of this sign-up, TOO_MANY after too many
   *     tries; each try counts
   */
  public boolean confirm(String token, String password, String networkAddress) {
    tries.take(
        new LimitedTries.Limit("confirm-link:" + token, PER_LINK),
        new LimitedTries.Limit("confirm-from:" + networkAddress, PER_NETWORK));
    Optional<OpeningAccounts.Person> person = waiting(token);
    if (person.isPresent() && !passwords.matches(password, person.get().passwordHash())) {
      throw new Rejected(WRONG);
    }
    return person.isPresent()
        && Boolean.TRUE.equals(transactions.execute(t -> useUp(token).isPresent()));
  }

  /** Of two presses at once one gets the link. */
  private Optional<AccountId> useUp(String token) {
    Timestamp now = Timestamp.from(machine.now());
    return db.sql("update sign_up set used_at = ?" + OPEN + "returning *")
        .param(now)
        .param(Token.hash(token))
        .param(now)
        .query(SigningUp::person)
        .optional()
        .flatMap(person -> opening.open(person, Set.of(Role.CANDIDATE), "system"));
  }

  private Optional<OpeningAccounts.Person> waiting(String token) {
    return db.sql("select * from sign_up" + OPEN)
        .param(Token.hash(token))
        .param(Timestamp.from(machine.now()))
        .query(SigningUp::person)
        .optional();
  }
}
