package org.sonocert.notification;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.MachineClock;
import org.sonocert.core.ProgrammeClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Writes the outbox row in the caller's transaction, in one statement. */
@Component
class PostingMail implements Outbox {
  private static final String INSERT =
      """
      insert into outbox (id, kind, occurrence, recipient, locale, model, enrolment_id, message_id,
                          state, next_attempt_at, created_at)
      values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, 'PENDING', ?, ?)
      on conflict (kind, occurrence) do nothing
      """;

  private static final Duration STILL_NEWS = Duration.ofDays(7);
  private static final String READDRESS =
      """
      update outbox set recipient = ?, state = 'PENDING', refused = false, attempts = 0,
                        next_attempt_at = ?
       where recipient = ? and enrolment_id is not null
         and (state = 'PENDING' or state = 'FAILED' and refused and next_attempt_at > ?)
      returning enrolment_id, kind
      """;

  private final JdbcClient db;
  private final MailKinds kinds;
  private final AuditTrail audit;
  private final ProgrammeClock clock;
  private final MachineClock machine;
  private final SendingSoon sender;
  private final String host;
  private final JsonMapper json = JsonMapper.shared();

  PostingMail(
      JdbcClient db,
      MailKinds kinds,
      AuditTrail audit,
      ProgrammeClock clock,
      MachineClock machine,
      SendingSoon sender,
      @Value("${sonocert.mail.from}") String from) {
    this.db = db;
    this.kinds = kinds;
    this.audit = audit;
    this.clock = clock;
    this.machine = machine;
    this.sender = sender;
    this.host = from.replaceFirst(".*@", "").replace(">", "").strip();
  }

  @Override
  public void post(Mail mail) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Mail " + mail.kind() + " is posted outside a transaction");
    }
    kinds.require(mail.kind());
    if (insert(mail, MailAddress.single(mail.to())) == 0) {
      return;
    }
    if (mail.enrolment() != null) {
      audit.note(
          mail.enrolment(),
          new Change("mail-posted", Map.of("kind", mail.kind(), "occurrence", mail.occurrence())));
    }
    sender.soonAfterCommit();
  }

  @Override
  public int takeBack(EnrolmentId enrolment, String recipient) {
    List<String> kinds =
        db.sql(
                "delete from outbox where enrolment_id = ? and recipient = ?"
                    + " and state in ('PENDING', 'HELD', 'AMBIGUOUS', 'FAILED') returning kind")
            .params(enrolment.value(), recipient)
            .query(String.class)
            .list();
    if (!kinds.isEmpty()) {
      audit.note(enrolment, new Change("mail-taken-back", Map.of("kinds", kinds)));
    }
    return kinds.size();
  }

  @Override
  public int readdress(String from, String to) {
    Timestamp now = Timestamp.from(machine.now());
    List<Readdressed> moved =
        db.sql(READDRESS)
            .param(MailAddress.single(to))
            .param(now)
            .param(from)
            .param(Timestamp.from(machine.now().minus(STILL_NEWS)))
            .query(
                (row, n) ->
                    new Readdressed(
                        new EnrolmentId(row.getObject(1, UUID.class)), row.getString(2)))
            .list();
    moved.stream()
        .sorted(Comparator.comparing(one -> one.enrolment().value()))
        .forEach(
            one ->
                audit.note(
                    one.enrolment(), new Change("mail-readdressed", Map.of("kind", one.kind()))));
    sender.soonAfterCommit();
    return moved.size();
  }

  private record Readdressed(EnrolmentId enrolment, String kind) {}

  private int insert(Mail mail, String recipient) {
    UUID id = UUID.randomUUID();
    return db.sql(INSERT)
        .param(id)
        .param(mail.kind())
        .param(mail.occurrence())
        .param(recipient)
        .param(mail.locale().toLanguageTag())
        .param(json.writeValueAsString(mail.model()))
        .param(mail.enrolment() == null ? null : mail.enrolment().value())
        .param("<" + id + "@" + host + ">")
        .param(Timestamp.from(machine.now()))
        .param(Timestamp.from(clock.now()))
        .update();
  }
}
