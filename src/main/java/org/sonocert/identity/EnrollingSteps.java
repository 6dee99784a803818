package org.sonocert.identity;

import java.util.List;
import org.sonocert.core.AccountId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.people.AccountChanges;
import org.sonocert.identity.twostep.RecoveryCodes;
import org.sonocert.identity.twostep.SecondSteps;
import org.sonocert.identity.twostep.StepPicture;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A person sets up an authenticator, exchanges it, or goes back to the password alone. */
@Component
public class EnrollingSteps {
  private static final Rejection REQUIRED =
      Rejection.conflict(
          "second-step-required",
          "The programme's people sign in by two steps. You can set up another device instead.");

  private final Accounts accounts;
  private final SecondSteps steps;
  private final RecoveryCodes recovery;
  private final SecondStepRule rule;
  private final TakingSecondSteps taking;
  private final Sessions sessions;
  private final AccountChanges changes;
  private final AccountLetters letters;
  private final TransactionTemplate transaction;
  private final String issuer;

  EnrollingSteps(
      Accounts accounts,
      SecondSteps steps,
      RecoveryCodes recovery,
      SecondStepRule rule,
      TakingSecondSteps taking,
      Sessions sessions,
      AccountChanges changes,
      AccountLetters letters,
      TransactionTemplate transaction,
      @Value("${sonocert.issuer.name:Sonocert Demo Board}") String issuer) {
    this.accounts = accounts;
    this.steps = steps;
    this.recovery = recovery;
    this.rule = rule;
    this.taking = taking;
    this.sessions = sessions;
    this.changes = changes;
    this.letters = letters;
    this.transaction = transaction;
    this.issuer = issuer;
  }

  /**
   * How a person signs in by now.
   *
   * @param on whether an authenticator is asked
   * @param codesLeft recovery codes that were not used yet
   * @param required whether the person may not do without
   */
  public record State(boolean on, int codesLeft, boolean required) {}

  /** How this person signs in. */
  public State state(AccountId id) {
    boolean on = steps.has(id);
    return new State(on, on ? recovery.left(id) : 0, rule.requires(accounts.get(id).roles()));
  }

  /** What the authenticator is to read; another session is shown another secret. */
  public StepPicture picture(AccountId id, String here) {
    return StepPicture.of(steps.offer(id, here), issuer, accounts.get(id).email());
  }

  /**
   * The first code of a new authenticator. An older one is over, and so are all other sessions.
   *
   * @return fresh recovery codes, sealed for the page that shows them once
   * @throws Rejected INVALID when it is not its code, TOO_MANY after too many tries
   */
  public String confirm(AccountId id, String code, String network, String here) {
    List<Long> taken = taking.take(id, network);
    return transaction.execute(
        t -> {
          String codes = steps.confirm(id, here, code);
          taking.forgive(id, taken);
          sessions.endOthers(id, here);
          changes.note(id, id, "second-step-on", "", "");
          letters.post(id, "second-step-on");
          return codes;
        });
  }

  /** Draws new recovery codes; the older ones are over. */
  @Transactional
  public String renewCodes(AccountId id) {
    if (!steps.has(id)) {
      throw new Rejected(Rejection.notFound("authenticator"));
    }
    changes.note(id, id, "recovery-codes-renewed", "", "");
    return recovery.renew(id);
  }

  /**
   * Back to the password alone.
   *
   * @throws Rejected CONFLICT when this person must sign in by two steps
   */
  @Transactional
  public void off(AccountId id) {
    if (rule.requires(accounts.get(id).roles())) {
      throw new Rejected(REQUIRED);
    }
    if (steps.remove(id)) {
      changes.note(id, id, "second-step-off", "", "");
      letters.post(id, "second-step-off");
    }
  }
}
