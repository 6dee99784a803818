package org.sonocert.payment.dispute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.payment.DisputeSaid;
import org.sonocert.payment.DisputeSaid.Phase;
import org.sonocert.payment.Intent;
import org.sonocert.payment.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of disputes, each change noted for the leaf of its transaction. */
@Repository
public class CardDisputes {
  private static final int MOST_SHOWN = 50;

  private final JdbcClient db;
  private final AuditTrail audit;

  CardDisputes(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  /** The dispute. */
  public CardDispute get(UUID id) {
    return db.sql("select * from card_dispute where id = ?")
        .param(id)
        .query(CardDisputes::row)
        .single();
  }

  /** The dispute as the company knows it. */
  public Optional<CardDispute> find(String provider, String reference) {
    return db.sql("select * from card_dispute where provider = ? and reference = ?")
        .params(provider, reference)
        .query(CardDisputes::row)
        .optional();
  }

  /** Disputes of an enrolment's payments, newest first. */
  public List<CardDispute> of(EnrolmentId enrolment) {
    return db.sql("select * from card_dispute where enrolment_id = ? order by opened_at desc")
        .param(enrolment.value())
        .query(CardDisputes::row)
        .list();
  }

  /** Whether the card company is looking at an attempt's money, or has given it to the payer. */
  public boolean withheld(UUID intent) {
    return db.sql("select 1 from card_dispute where intent_id = ? and phase <> 'won' limit 1")
        .param(intent)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Payments of which a company has not decided yet, the oldest first. */
  public List<String> undecided(String provider) {
    return db.sql(
            """
            select payment from card_dispute
             where provider = ? and phase in ('inquiry', 'open') order by opened_at
            """)
        .param(provider)
        .query(String.class)
        .list();
  }

  /** For managers: what is not decided, then what was, the newest first. */
  public List<CardDispute> latest() {
    return db.sql(
            """
            (select * from card_dispute where phase in ('inquiry', 'open') order by opened_at limit :most)
            union all
            (select * from card_dispute where phase in ('won', 'lost') order by seen_at desc limit 10)
            """)
        .param("most", MOST_SHOWN)
        .query(CardDisputes::row)
        .list();
  }

  /** Keeps a dispute that was not known; false when it was kept meanwhile. */
  boolean add(UUID id, String provider, DisputeSaid said, @Nullable Intent intent, Instant now) {
    return db.sql(
                """
            insert into card_dispute (id, provider, reference, payment, enrolment_id, intent_id,
                amount_cents, currency, reason, page, opened_at, seen_at, answer_by, phase,
                decided_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """)
            .params(id, provider, said.reference(), said.payment())
            .param(intent == null ? null : intent.enrolment().value())
            .param(intent == null ? null : intent.id())
            .params(said.amount().cents(), said.amount().currency(), said.reason())
            .param(said.page())
            .params(Timestamp.from(said.openedAt()), Timestamp.from(now))
            .param(timestamp(said.answerBy()))
            .param(said.phase().word())
            .param(said.phase().decided() ? Timestamp.from(now) : null)
            .update()
        == 1;
  }

  /** Keeps what the company says now. */
  void say(UUID id, DisputeSaid said, Instant now) {
    db.sql(
            """
            update card_dispute
               set amount_cents = ?, reason = ?, page = ?, answer_by = ?,
                   decided_at = case when phase = ? then decided_at else cast(? as timestamptz) end,
                   phase = ?
             where id = ?
            """)
        .params(said.amount().cents(), said.reason())
        .param(said.page())
        .param(timestamp(said.answerBy()))
        .param(said.phase().word())
        .param(said.phase().decided() ? Timestamp.from(now) : null)
        .param(said.phase().word())
        .param(id)
        .update();
  }

  /** Notes for the enrolment's leaf what the company says. */
  void note(EnrolmentId enrolment, DisputeSaid said) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("dispute", said.reference());
    facts.put("phase", said.phase().word());
    facts.put("amountCents", said.amount().cents());
    facts.put("currency", said.amount().currency());
    facts.put("reason", said.reason());
    facts.put("feeCents", said.feeCents());
    audit.note(enrolment, new Change("payment-disputed", facts));
  }

  /** Notes that its process runs, or has ended. */
  public void followed(CardDispute dispute, boolean runs) {
    db.sql("update card_dispute set followed = ? where id = ?").params(runs, dispute.id()).update();
    audit.note(
        dispute.ofEnrolment(),
        new Change(
            runs ? "dispute-followed" : "dispute-closed",
            Map.of("dispute", dispute.reference(), "phase", dispute.phase().word())));
  }

  /** Keeps what staff did; what they say later takes its place, and the leaves keep both. */
  public void answered(CardDispute dispute, CardDispute.Answer answer, AccountId by) {
    db.sql(
            """
            update card_dispute set answer = ?, answer_note = ?, answered_by = ?, answered_at = ?
             where id = ?
            """)
        .param(answer.kind().word())
        .param(answer.note())
        .param(by.value())
        .param(Timestamp.from(answer.at()))
        .param(dispute.id())
        .update();
    audit.note(
        dispute.ofEnrolment(),
        new Change(
            "dispute-answered",
            Map.of("dispute", dispute.reference(), "answer", answer.kind().word())));
  }

  private static CardDispute row(ResultSet row, int n) throws SQLException {
    UUID enrolment = row.getObject("enrolment_id", UUID.class);
    return new CardDispute(
        row.getObject("id", UUID.class),
        row.getString("provider"),
        row.getString("reference"),
        row.getString("payment"),
        enrolment == null ? null : new EnrolmentId(enrolment),
        row.getObject("intent_id", UUID.class),
        new Money(row.getLong("amount_cents"), row.getString("currency")),
        row.getString("reason"),
        row.getString("page"),
        row.getTimestamp("opened_at").toInstant(),
        instant(row.getTimestamp("answer_by")),
        Phase.of(row.getString("phase")),
        row.getLong("fee_cents"),
        instant(row.getTimestamp("decided_at")),
        row.getBoolean("followed"),
        answer(row));
  }

  private static CardDispute.@Nullable Answer answer(ResultSet row) throws SQLException {
    String word = row.getString("answer");
    return word == null
        ? null
        : new CardDispute.Answer(
            CardDispute.Kind.of(word),
            row.getString("answer_note"),
            row.getTimestamp("answered_at").toInstant());
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
