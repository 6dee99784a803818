package org.sonocert.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.people.AccountChanges;
import org.sonocert.identity.twostep.RecoveryCodes;
import org.sonocert.identity.twostep.SecondSteps;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks for what a password alone does not prove: a code at sign-in, and password and code once more
 * before something that a stranger at an open screen must not do. Each try counts.
 */
@Component
public class TakingSecondSteps {
  static final int PER_ACCOUNT = 5;
  static final int PER_NETWORK = 100;
  private static final Rejection WRONG_PASSWORD =
      Rejection.invalid("wrong-password", "That is not your password.");
  private static final Rejection OVER =
      Rejection.gone("sign-in-over", "This sign-in is over. Please sign in again.");

  private final Accounts accounts;
  private final SecondSteps steps;
  private final RecoveryCodes recovery;
  private final LimitedTries tries;
  private final PasswordEncoder passwords;
  private final AccountChanges changes;
  private final AccountLetters letters;
  private final TransactionTemplate transaction;

  TakingSecondSteps(
      Accounts accounts,
      SecondSteps steps,
      RecoveryCodes recovery,
      LimitedTries tries,
      PasswordEncoder passwords,
      AccountChanges changes,
      AccountLetters letters,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.steps = steps;
    this.recovery = recovery;
    this.tries = tries;
    this.passwords = passwords;
    this.changes = changes;
    this.letters = letters;
    this.transaction = transaction;
  }

  /**
   * The second step of a sign-in.
   *
   * @return the account as it is now
   * @throws Rejected INVALID when it is no code of this person, TOO_MANY after too many tries, GONE
   *     when the account may not sign in any more
   */
  public Account signIn(AccountId id, String code, String network) {
    List<Long> taken = take(id, network);
    use(id, code);
    forgive(id, taken);
    return enabled(id).account();
  }

  /**
   * The person proves once more who they are.
   *
   * @param code of the authenticator or for recovery; not looked at when the person has none
   * @throws Rejected as {@link #signIn}, or INVALID when the password is wrong
   */
  public void confirm(AccountId id, String password, @Nullable String code, String network) {
    List<Long> taken = take(id, network);
    Accounts.Credentials known = enabled(id);
    if (!passwords.matches(password, known.passwordHash())) {
      throw new Rejected(WRONG_PASSWORD);
    }
    if (known.twoSteps()) {
      use(id, code == null ? "" : code);
    }
    forgive(id, taken);
  }

  /** Counts a try at this person's second step. */
  List<Long> take(AccountId id, String network) {
    return tries.take(
        new LimitedTries.Limit(subject(id), PER_ACCOUNT),
        new LimitedTries.Limit("second-step-from:" + network, PER_NETWORK));
  }

  /** It was right: it does not count, nor do earlier tries. */
  void forgive(AccountId id, List<Long> taken) {
    tries.forgive(taken, subject(id));
  }

  private void use(AccountId id, String code) {
    transaction.executeWithoutResult(
        t -> {
          if (steps.use(id, code) == SecondSteps.Used.RECOVERY_CODE) {
            int left = recovery.left(id);
            changes.note(id, id, "recovery-code-used", Integer.toString(left), "");
            letters.post(id, "recovery-code-used", "left", Integer.toString(left));
          }
        });
  }

  private Accounts.Credentials enabled(AccountId id) {
    return accounts
        .credentials(id)
        .filter(known -> !known.disabled())
        .orElseThrow(() -> new Rejected(OVER));
  }

  private static String subject(AccountId id) {
    return "second-step:" + id;
  }
}
