package org.sonocert.payment.invoice;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.payment.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invoices, each change booked and noted for the leaf of its transaction. */
@Repository
public class Invoices {
  private static final int MOST_SHOWN = 300;

  private final JdbcClient db;
  private final AuditTrail audit;

  Invoices(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  /** The next number, which no other invoice has; some may be skipped. */
  String nextNumber() {
    return db.sql("select 'SC-' || to_char(nextval('app.invoice_number'), 'FM000000')")
        .query(String.class)
        .single();
  }

  void add(Invoice invoice) {
    db.sql(
            """
            with issued as (
              insert into invoice (id, number, enrolment_id, intent_id, amount_cents, currency,
                                   issued_at, due_at)
              values (?, ?, ?, ?, ?, ?, ?, ?) returning *)
            select book('invoice-issued/' || id, 'invoice-issued', issued_at, enrolment_id, intent_id,
                        'invoice', number, 'invoice-receivable', 'invoiced-fees', amount_cents, currency)
              from issued
            """)
        .param(invoice.id())
        .param(invoice.number())
        .param(invoice.enrolment().value())
        .param(invoice.intent())
        .param(invoice.amount().cents())
        .param(invoice.amount().currency())
        .param(Timestamp.from(invoice.issuedAt()))
        .param(Timestamp.from(invoice.dueAt()))
        .query(Long.class)
        .single();
    note(
        invoice.enrolment(),
        "invoice-issued",
        Map.of("number", invoice.number(), "dueAt", invoice.dueAt().toString()));
  }

  /** Marks an open invoice as paid; empty when it is not open any more. */
  public Optional<Invoice> paid(
      UUID id, AccountId by, String reference, LocalDate paidOn, Instant now) {
    Optional<Invoice> paid =
        db.sql(
                """
                with paid as (
                  update invoice set state = 'paid', settled_at = ?, settled_by = ?, reference = ?,
                         paid_on = ?
                   where id = ? and state = 'open' returning *)
                select p.*, book('invoice-paid/' || id, 'invoice-paid', settled_at, enrolment_id,
                                 intent_id, 'invoice', number, 'bank', 'invoice-receivable',
                                 amount_cents, currency)
                  from paid p
                """)
            .param(Timestamp.from(now))
            .param(by.value())
            .param(reference)
            .param(Date.valueOf(paidOn))
            .param(id)
            .query(Invoices::row)
            .optional();
    paid.ifPresent(
        i ->
            note(
                i.enrolment(),
                "invoice-paid",
                Map.of("number", i.number(), "reference", reference, "on", paidOn.toString())));
    return paid;
  }

  /** Cancels an open invoice; empty when it is not open any more. */
  public Optional<Invoice> cancel(UUID id, @Nullable AccountId by, String reason, Instant now) {
    Optional<Invoice> cancelled =
        db.sql(
                """
                with gone as (
                  update invoice set state = 'cancelled', settled_at = ?, settled_by = ?, reason = ?
                   where id = ? and state = 'open' returning *)
                select g.*, book('invoice-cancelled/' || id, 'invoice-cancelled', settled_at,
                                 enrolment_id, intent_id, 'invoice', number, 'invoiced-fees',
                                 'invoice-receivable', amount_cents, currency)
                  from gone g
                """)
            .param(Timestamp.from(now))
            .param(by == null ? null : by.value())
            .param(reason)
            .param(id)
            .query(Invoices::row)
            .optional();
    cancelled.ifPresent(
        i ->
            note(
                i.enrolment(),
                "invoice-cancelled",
                Map.of("number", i.number(), "reason", reason)));
    return cancelled;
  }

  /** The invoice. */
  public Optional<Invoice> find(UUID id) {
    return db.sql("select * from invoice where id = ?").param(id).query(Invoices::row).optional();
  }

  /** An enrolment's newest invoice. */
  public Optional<Invoice> latest(EnrolmentId enrolment) {
    return db.sql(
            "select * from invoice where enrolment_id = ? order by state <> 'open', issued_at desc"
                + " limit 1")
        .param(enrolment.value())
        .query(Invoices::row)
        .optional();
  }

  /** All that wait to be paid, the first due first. */
  public List<Invoice> open() {
    return db.sql("select * from invoice where state = 'open' order by due_at, number limit ?")
        .param(MOST_SHOWN)
        .query(Invoices::row)
        .list();
  }

  /** Open invoices whose enrolment was paid otherwise, or came to nothing. */
  public List<Invoice> pointless() {
    return db.sql(
            """
            select i.* from invoice i join enrolment e on e.id = i.enrolment_id
             where i.state = 'open' and e.state <> 'applying' limit 200
            """)
        .query(Invoices::row)
        .list();
  }

  private void note(EnrolmentId enrolment, String type, Map<String, ?> data) {
    audit.note(enrolment, new Change(type, data));
  }

  private static Invoice row(ResultSet row, int n) throws SQLException {
    Date paidOn = row.getDate("paid_on");
    return new Invoice(
        row.getObject("id", UUID.class),
        row.getString("number"),
        new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
        row.getObject("intent_id", UUID.class),
        new Money(row.getLong("amount_cents"), row.getString("currency")),
        row.getTimestamp("issued_at").toInstant(),
        row.getTimestamp("due_at").toInstant(),
        Invoice.State.of(row.getString("state")),
        row.getString("reference"),
        paidOn == null ? null : paidOn.toLocalDate(),
        row.getString("reason"));
  }
}
