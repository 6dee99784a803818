package org.sonocert.assessment.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts in force, and which of them a candidate accepted. Nothing of it is ever changed. */
@Repository
public class Agreements {
  private static final List<String> LANGUAGES = List.of("en", "es");

  private final JdbcClient db;
  private final AuditTrail audit;
  private final ProgrammeClock clock;

  Agreements(JdbcClient db, AuditTrail audit, ProgrammeClock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A text that was accepted.
   *
   * @param at programme time
   */
  public record Accepted(AgreementText text, Instant at) {}

  /** The texts in force now, in the reader's language, else in English; accuracy first. */
  public List<AgreementText> inForce(Locale locale) {
    String language = LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : "en";
    return db.sql(
            """
            select distinct on (t.part) t.part, t.version, t.language, t.body, t.hash
              from agreement_text t join agreement_decision d using (part, version)
             where d.approved and d.decided_at <= ? and t.language = ?
             order by t.part, t.version desc
            """)
        .params(Timestamp.from(clock.now()), language)
        .query((row, n) -> text(row))
        .list();
  }

  /** Keeps that the candidate accepted these very texts. */
  public void accept(EnrolmentId enrolment, AccountId candidate, List<AgreementText> texts) {
    Instant now = clock.now();
    db.sql(
            """
            with act as (
              insert into agreement_acceptance (enrolment_id, accepted_by, accepted_at)
              values (?, ?, ?) returning enrolment_id, accepted_at)
            insert into agreement_accepted_text
                   (enrolment_id, part, version, language, hash, accepted_at)
            select act.enrolment_id, t.part, t.version, t.language, t.hash, act.accepted_at
              from act, agreement_text t
             where t.part || ':' || t.version || ':' || t.language = any (?)
            """)
        .params(enrolment.value(), candidate.value(), Timestamp.from(now))
        .param(texts.stream().map(AgreementText::token).toArray(String[]::new))
        .update();
    List<Map<String, String>> told =
        texts.stream().map(text -> Map.of("text", text.token(), "hash", text.hash())).toList();
    audit.note(
        enrolment, new Change("agreement-accepted", Map.of("texts", told, "at", now.toString())));
  }

  /** What was accepted for an enrolment; empty before that. */
  public List<Accepted> of(EnrolmentId enrolment) {
    return db.sql(
            """
            select t.part, t.version, t.language, t.body, t.hash, a.accepted_at
              from agreement_accepted_text a join agreement_text t using (part, version, language)
             where a.enrolment_id = ? order by t.part
            """)
        .param(enrolment.value())
        .query((row, n) -> new Accepted(text(row), row.getTimestamp("accepted_at").toInstant()))
        .list();
  }

  private static AgreementText text(ResultSet row) throws SQLException {
    return new AgreementText(
        AgreementPart.of(row.getString("part")).orElseThrow(),
        row.getInt("version"),
        row.getString("language"),
        row.getString("body"),
        HexFormat.of().formatHex(row.getBytes("hash")));
  }
}
