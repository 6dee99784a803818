package org.sonocert.assessment.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * New versions of the agreement: one manager writes, another one decides, and from then on the new
 * text is the one that is accepted. What was accepted before stays what it was.
 */
@Service
public class PublishingAgreements {
  private final JdbcClient db;
  private final ProgrammeClock clock;

  PublishingAgreements(JdbcClient db, ProgrammeClock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** All versions of both texts, newest first. */
  public List<AgreementVersion> versions(AccountId reader) {
    return db.sql(
            """
            select v.*, en.body as english, es.body as spanish, w.name as writer,
                   d.approved, d.decided_at, n.name as decider,
                   (select count(*) from (
                     select from agreement_accepted_text a
                      where a.part = v.part and a.version = v.version limit 1000) few) as acceptances
              from agreement_version v
              join agreement_text en on (en.part, en.version, en.language) = (v.part, v.version, 'en')
              join agreement_text es on (es.part, es.version, es.language) = (v.part, v.version, 'es')
              left join agreement_decision d on (d.part, d.version) = (v.part, v.version)
              left join v_identity_name w on w.account_id = v.written_by
              left join v_identity_name n on n.account_id = d.decided_by
             order by v.part, v.version desc
            """)
        .query((row, n) -> version(row, reader))
        .list();
  }

  /**
   * Keeps a new version, which another manager has to decide.
   *
   * @throws Rejected INVALID with what to mend, CONFLICT while a version of this text waits
   */
  @Transactional
  public void write(AccountId manager, NewText typed) {
    String part = typed.partGiven().word();
    String english = typed.englishGiven();
    String spanish = typed.spanishGiven();
    String reason = typed.reasonGiven();
    db.sql("select pg_advisory_xact_lock(hashtext('agreement-' || ?))")
        .param(part)
        .query((row, n) -> part)
        .single();
    if (waits(part)) {
      throw conflict(
          "agreement-waits", "A new version of this text waits already. Have it decided first.");
    }
    int version =
        db.sql("select max(version) + 1 from agreement_version where part = ?")
            .param(part)
            .query(Integer.class)
            .single();
    db.sql("insert into agreement_version values (?, ?, ?, ?, ?)")
        .params(part, version, reason, manager.value(), Timestamp.from(clock.now()))
        .update();
    add(part, version, "en", english);
    add(part, version, "es", spanish);
  }

  /**
   * Decides about a version, as another manager than the one who wrote it.
   *
   * @throws Rejected NOT_FOUND when there is none, CONFLICT for its writer or when it was decided
   */
  @Transactional
  public void decide(AccountId manager, AgreementPart part, int version, boolean approved) {
    UUID writer =
        db.sql("select written_by from agreement_version where part = ? and version = ?")
            .params(part.word(), version)
            .query(UUID.class)
            .optional()
            .orElseThrow(() -> new Rejected(Rejection.notFound("agreement")));
    if (manager.value().equals(writer)) {
      throw conflict(
          "own-agreement", "You wrote this version yourself, so another manager has to decide it.");
    }
    try {
      db.sql("insert into agreement_decision values (?, ?, ?, ?, ?)")
          .params(part.word(), version, approved, manager.value(), Timestamp.from(clock.now()))
          .update();
    } catch (DuplicateKeyException e) {
      throw conflict("agreement-decided", "This version was decided before. Nothing was changed.");
    }
  }

  private boolean waits(String part) {
    return db.sql(
            """
            select exists (select 1 from agreement_version v where v.part = ? and not exists (
              select 1 from agreement_decision d where (d.part, d.version) = (v.part, v.version)))
            """)
        .param(part)
        .query(Boolean.class)
        .single();
  }

  private void add(String part, int version, String language, String body) {
    db.sql(
            """
            insert into agreement_text (part, version, language, body, hash)
            values (:part, :version, :language, :body, sha256(convert_to(:body, 'UTF8')))
            """)
        .param("part", part)
        .param("version", version)
        .param("language", language)
        .param("body", body)
        .update();
  }

  private static AgreementVersion version(ResultSet row, AccountId reader) throws SQLException {
    UUID writer = row.getObject("written_by", UUID.class);
    return new AgreementVersion(
        AgreementPart.of(row.getString("part")).orElseThrow(),
        row.getInt("version"),
        row.getString("english"),
        row.getString("spanish"),
        row.getString("reason"),
        row.getString("writer"),
        reader.value().equals(writer),
        row.getTimestamp("written_at").toInstant(),
        row.getObject("approved", Boolean.class),
        row.getString("decider"),
        instant(row.getTimestamp("decided_at")),
        row.getLong("acceptances"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  private static Rejected conflict(String code, String reason) {
    return new Rejected(Rejection.conflict(code, reason));
  }
}
