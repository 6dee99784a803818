package org.sonocert.identity.people;

import java.sql.Timestamp;
import org.sonocert.core.AccountId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.AccountLetters;
import org.sonocert.identity.Accounts;
import org.sonocert.identity.Role;
import org.sonocert.identity.Sessions;
import org.sonocert.identity.twostep.SecondSteps;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What one administrator may do to another person's account, never to the own one: give and take
 * roles, disable and enable, reset a lost authenticator. Each is written down with its reason, and
 * the person is signed out everywhere, since a session keeps its roles.
 */
@Component
public class ChangingPeople {
  private static final Rejection OWN =
      Rejection.conflict(
          "own-account", "Nobody changes their own account here. Ask another administrator.");

  private final JdbcClient db;
  private final Administrators administrators;
  private final Accounts accounts;
  private final Sessions sessions;
  private final SecondSteps steps;
  private final AccountChanges changes;
  private final AccountLetters letters;
  private final ProgrammeClock clock;

  ChangingPeople(
      JdbcClient db,
      Administrators administrators,
      Accounts accounts,
      Sessions sessions,
      SecondSteps steps,
      AccountChanges changes,
      AccountLetters letters,
      ProgrammeClock clock) {
    this.db = db;
    this.administrators = administrators;
    this.accounts = accounts;
    this.sessions = sessions;
    this.steps = steps;
    this.changes = changes;
    this.letters = letters;
    this.clock = clock;
  }

  /**
   * Gives a role; nothing happens when the person has it.
   *
   * @throws Rejected CONFLICT for the own account, NOT_FOUND for an account that is not there or an
   *     administrator who is none any more
   */
  @Transactional
  public void grant(AccountId acting, AccountId about, Role role, Reason reason) {
    begin(acting, about);
    int granted =
        db.sql(
                "insert into account_role (account_id, role, granted_at, granted_by)"
                    + " values (?, ?, ?, ?) on conflict do nothing")
            .params(about.value(), role.id(), Timestamp.from(clock.now()), "account:" + acting)
            .update();
    note(granted, acting, about, "role-granted", role.id(), reason);
  }

  /**
   * Takes a role away; nothing happens when the person has not got it.
   *
   * @throws Rejected as {@link #grant}
   */
  @Transactional
  public void withdraw(AccountId acting, AccountId about, Role role, Reason reason) {
    begin(acting, about);
    int taken =
        db.sql("delete from account_role where account_id = ? and role = ?")
            .params(about.value(), role.id())
            .update();
    note(taken, acting, about, "role-withdrawn", role.id(), reason);
  }

  /**
   * Signs a person out everywhere and lets them in no more. What they did stays.
   *
   * @throws Rejected as {@link #grant}
   */
  @Transactional
  public void disable(AccountId acting, AccountId about, Reason reason) {
    begin(acting, about);
    int disabled =
        db.sql("update account set disabled_at = ? where id = ? and disabled_at is null")
            .params(Timestamp.from(clock.now()), about.value())
            .update();
    note(disabled, acting, about, "disabled", "", reason);
  }

  /**
   * Lets a person in again.
   *
   * @throws Rejected as {@link #grant}
   */
  @Transactional
  public void enable(AccountId acting, AccountId about, Reason reason) {
    begin(acting, about);
    int enabled =
        db.sql("update account set disabled_at = null where id = ? and disabled_at is not null")
            .param(about.value())
            .update();
    note(enabled, acting, about, "enabled", "", reason);
  }

  /**
   * Forgets an authenticator that was lost; the person is told by mail.
   *
   * @throws Rejected as {@link #grant}
   */
  @Transactional
  public void resetSecondStep(AccountId acting, AccountId about, Reason reason) {
    begin(acting, about);
    if (steps.remove(about)) {
      note(1, acting, about, "second-step-reset", "", reason);
      letters.post(about, "second-step-reset", "reason", reason.text());
    }
  }

  private void begin(AccountId acting, AccountId about) {
    administrators.take(acting);
    if (acting.equals(about)) {
      throw new Rejected(OWN);
    }
    accounts.get(about);
  }

  private void note(
      int changed, AccountId acting, AccountId about, String what, String detail, Reason reason) {
    if (changed > 0) {
      changes.note(about, acting, what, detail, reason.text());
      sessions.endAll(about);
    }
  }
}
