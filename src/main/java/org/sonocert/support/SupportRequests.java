package org.sonocert.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The support requests of enrolments, each noted for the leaf of its transaction. */
@Repository
public class SupportRequests {
  private final JdbcClient db;
  private final AuditTrail audit;

  SupportRequests(JdbcClient db, AuditTrail audit) {
    this.db = db;
    this.audit = audit;
  }

  /** The requests of an enrolment, the open ones first, then the newest, at most 50. */
  public List<SupportRequest> of(EnrolmentId enrolment) {
    return db.sql(
            """
            select * from support_request where enrolment_id = ?
             order by answered_at is not null, asked_at desc, id limit 50
            """)
        .param(enrolment.value())
        .query(SupportRequests::row)
        .list();
  }

  /**
   * The request.
   *
   * @throws Rejected NOT_FOUND when the enrolment has none of that id
   */
  public SupportRequest get(EnrolmentId enrolment, UUID id) {
    return db.sql("select * from support_request where id = ? and enrolment_id = ?")
        .params(id, enrolment.value())
        .query(SupportRequests::row)
        .optional()
        .orElseThrow(SupportRequests::unknown);
  }

  /**
   * Keeps a new request.
   *
   * @throws Rejected NOT_FOUND when its id belongs to another one
   */
  public void add(EnrolmentId enrolment, Question asked, Instant now) {
    int added =
        db.sql(
                """
                insert into support_request (id, enrolment_id, kind, text, page, browser, asked_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                """)
            .param(asked.id())
            .param(enrolment.value())
            .param(asked.kind().word())
            .param(asked.text())
            .param(asked.page())
            .param(asked.browser())
            .param(Timestamp.from(now))
            .update();
    if (added == 0) {
      throw unknown();
    }
    note(enrolment, asked.id(), "support-requested", "kind", asked.kind().word());
  }

  /** Keeps by when the request is answered, and gives it back. */
  public SupportRequest promise(EnrolmentId enrolment, UUID id, Instant dueAt) {
    SupportRequest promised =
        db.sql(
                "update support_request set due_at = ? where id = ? and enrolment_id = ? returning *")
            .params(Timestamp.from(dueAt), id, enrolment.value())
            .query(SupportRequests::row)
            .single();
    note(enrolment, id, "support-promised", "dueAt", dueAt.toString());
    return promised;
  }

  /** Keeps the answer, once and for good. */
  public void answer(EnrolmentId enrolment, UUID id, String answer, AccountId by, Instant now) {
    int answered =
        db.sql(
                """
                update support_request set answer = ?, answered_by = ?, answered_at = ?
                 where id = ? and enrolment_id = ? and answered_at is null
                """)
            .params(answer, by.value(), Timestamp.from(now), id, enrolment.value())
            .update();
    if (answered != 1) {
      throw new IllegalStateException("No open support request " + id);
    }
    note(enrolment, id, "support-answered", "by", by.toString());
  }

  /** Keeps, with an answer, the days for which an exception is asked. */
  public void askForDays(EnrolmentId enrolment, UUID id, long days) {
    db.sql("update support_request set days_asked = ? where id = ? and enrolment_id = ?")
        .params(days, id, enrolment.value())
        .update();
    note(enrolment, id, "support-asks-for-days", "days", Long.toString(days));
  }

  /** Who asked what in which words stands in the table only, where it can be erased. */
  private void note(EnrolmentId enrolment, UUID id, String what, String name, String value) {
    audit.note(enrolment, new Change(what, Map.of("request", id.toString(), name, value)));
  }

  private static Rejected unknown() {
    return new Rejected(Rejection.notFound("support request"));
  }

  private static SupportRequest row(ResultSet row, int n) throws SQLException {
    return new SupportRequest(
        row.getObject("id", UUID.class),
        new EnrolmentId(row.getObject("enrolment_id", UUID.class)),
        SupportKind.of(row.getString("kind")).orElseThrow(),
        row.getString("text"),
        row.getString("page"),
        row.getString("browser"),
        row.getTimestamp("asked_at").toInstant(),
        instant(row, "due_at"),
        row.getString("answer"),
        instant(row, "answered_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
