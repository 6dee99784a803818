package org.sonocert.identity;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.sonocert.core.AccountId;
import org.sonocert.core.MachineClock;
import org.sonocert.notification.MailFailed;
import org.sonocert.notification.Outbox;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mailboxes of people that a mail server refused for good. What was meant for one goes to the
 * person's other mailbox; who has none that answers is told on every page, and staff are told.
 */
@Component
public class RefusedMailboxes {
  private final JdbcClient db;
  private final Accounts accounts;
  private final Outbox outbox;
  private final ApplicationEventPublisher events;
  private final MachineClock machine;

  RefusedMailboxes(
      JdbcClient db,
      Accounts accounts,
      Outbox outbox,
      ApplicationEventPublisher events,
      MachineClock machine) {
    this.db = db;
    this.accounts = accounts;
    this.outbox = outbox;
    this.events = events;
    this.machine = machine;
  }

  /** The refused mailboxes of a person, the first address first. */
  public List<String> of(AccountId id) {
    return db.sql(
            "select r.email from refused_mailbox r join account a on a.id = r.account_id"
                + " where r.account_id = ? order by r.email <> a.email")
        .param(id.value())
        .query(String.class)
        .list();
  }

  /** A mailbox of a person refused a letter: the next ones go elsewhere, and so does this one. */
  @EventListener
  void on(MailFailed mail) {
    if (mail.refused()) {
      accounts.findByEmail(mail.recipient()).ifPresent(owner -> refused(owner.id(), mail));
    }
  }

  private void refused(AccountId id, MailFailed mail) {
    db.sql("insert into refused_mailbox values (?, ?, ?) on conflict do nothing")
        .param(id.value())
        .param(Accounts.lower(mail.recipient()))
        .param(Timestamp.from(machine.now()))
        .update();
    Optional<String> other = answering(id);
    if (other.isPresent()) {
      outbox.readdress(mail.recipient(), other.get());
    } else {
      events.publishEvent(new NoMailboxAnswers(id));
    }
  }

  private Optional<String> answering(AccountId id) {
    List<String> refused = of(id);
    return accounts.addresses(id).stream().filter(one -> !refused.contains(one)).findFirst();
  }

  /**
   * A mailbox has answered, in the running transaction: it counts again, what is no longer the
   * person's is forgotten, and what was refused in the last days is sent to it.
   */
  void answered(AccountId id, String address) {
    List<String> forgotten =
        db.sql(
                """
                delete from refused_mailbox r where r.account_id = ? and (r.email = ?
                   or r.email not in (select email from account where id = r.account_id
                           union all select email from second_address where account_id = r.account_id))
                returning r.email
                """)
            .params(id.value(), address)
            .query(String.class)
            .list();
    List<String> dead = of(id);
    forgotten.forEach(one -> outbox.readdress(one, address));
    dead.forEach(one -> outbox.readdress(one, address));
    if (!forgotten.isEmpty() || !dead.isEmpty()) {
      events.publishEvent(new MailboxAnswers(id));
    }
  }

  /** A mailbox is no longer the person's, in the running transaction. */
  void removed(AccountId id, String address) {
    db.sql("delete from refused_mailbox where account_id = ? and email = ?")
        .params(id.value(), address)
        .update();
  }
}
