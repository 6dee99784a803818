package org.sonocert.peerevaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of nominations. Every change is noted for the audit leaf of its transaction. */
@Repository
public class Nominations {
  private final JdbcClient db;
  private final JdbcTemplate batches;
  private final AuditTrail audit;

  Nominations(JdbcClient db, JdbcTemplate batches, AuditTrail audit) {
    this.db = db;
    this.batches = batches;
    this.audit = audit;
  }

  /** Keeps the nominations, in one round trip. */
  void add(List<Nomination> named) {
    batches.batchUpdate(
        """
        insert into nomination (id, enrolment_id, name, email, mailbox, relation, known_how,
                                locale, consent_at, named_at, state)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'named')
        """,
        named.stream().map(Nominations::columns).toList());
    named.forEach(
        one ->
            note(
                one.enrolment(),
                one.id(),
                "evaluator-nominated",
                "relation",
                one.nominee().relation()));
  }

  private static Object[] columns(Nomination one) {
    Nominee who = one.nominee();
    return new Object[] {
      one.id().value(),
      one.enrolment().value(),
      who.name(),
      who.email(),
      who.mailbox().key(),
      who.relation(),
      who.knownHow(),
      one.locale().toLanguageTag(),
      Timestamp.from(one.namedAt()),
      Timestamp.from(one.namedAt())
    };
  }

  /** The nomination, empty when there is none. */
  public Optional<Nomination> find(NomineeId id) {
    return db.sql("select * from nomination where id = ?")
        .param(id.value())
        .query(Nominations::row)
        .optional();
  }

  /**
   * The nomination.
   *
   * @throws Rejected NOT_FOUND when there is none
   */
  public Nomination get(NomineeId id) {
    return find(id).orElseThrow(() -> new Rejected(Rejection.notFound("evaluator")));
  }

  /** Everybody named in an enrolment, in the order of naming. */
  public List<Nomination> of(EnrolmentId enrolment) {
    return db.sql("select * from nomination where enrolment_id = ? order by named_as")
        .param(enrolment.value())
        .query(Nominations::row)
        .list();
  }

  void invited(Nomination one, Instant at) {
    db.sql("update nomination set state = 'invited', invited_at = ? where id = ?")
        .params(Timestamp.from(at), one.id().value())
        .update();
    note(one.enrolment(), one.id(), "evaluator-invited", "at", at.toString());
  }

  /** Notes that a code was asked for; later calls change nothing. */
  void opened(Nomination one, Instant at) {
    int first =
        db.sql("update nomination set opened_at = ? where id = ? and opened_at is null")
            .params(Timestamp.from(at), one.id().value())
            .update();
    if (first == 1) {
      note(one.enrolment(), one.id(), "evaluator-opened", "at", at.toString());
    }
  }

  void returned(Nomination one) {
    db.sql("update nomination set state = 'returned' where id = ? and state = 'invited'")
        .param(one.id().value())
        .update();
    note(one.enrolment(), one.id(), "evaluation-returned", "state", "returned");
  }

  /** Ends the nomination with an evaluation or without one. */
  void ended(Nomination one, NominationState end, Instant at) {
    int changed =
        db.sql(
                """
                update nomination set state = ?, ended_at = ?
                 where id = ? and state in ('named', 'invited', 'returned')
                """)
            .params(end.word(), Timestamp.from(at), one.id().value())
            .update();
    if (changed != 1) {
      throw new Rejected(
          Rejection.conflict("evaluator-done", "This evaluator has answered or stood down."));
    }
    note(one.enrolment(), one.id(), "evaluator-" + end.word(), "at", at.toString());
  }

  private void note(EnrolmentId enrolment, NomineeId id, String type, String key, String value) {
    audit.note(enrolment, new Change(type, Map.of("nominee", id.toString(), key, value)));
  }

  private static Nomination row(ResultSet row, int n) throws SQLException {
    return new Nomination(
        new NomineeId(row.getObject("id", UUID.class)),
        new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
        new Nominee(
            row.getString("name"),
            row.getString("email"),
            new Mailbox(row.getString("mailbox")),
            row.getString("relation"),
            row.getString("known_how"),
            true),
        Locale.forLanguageTag(row.getString("locale")),
        NominationState.of(row.getString("state")),
        row.getTimestamp("named_at").toInstant(),
        instant(row, "invited_at"),
        instant(row, "opened_at"),
        instant(row, "ended_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
