package org.sonocert.auditing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.audit.Leaves;
import org.sonocert.audit.Recorded;
import org.sonocert.auditing.FindingEnrolments.Found;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.CaseView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads one enrolment for an auditor, all of it through the login that only reads. */
@Component
public class ReadingDossiers {
  private static final String FACTS =
      """
      select e.release, e.window_ends_at, e.end_reason, c.serial
        from app.enrolment e left join app.credential c on c.enrolment_id = e.id where e.id = ?
      """;
  private static final String MAILS =
      """
      select kind, created_at, sent_at, state from app.v_notification_outbox
       where enrolment_id = ? order by created_at, kind
      """;

  private static final String AGREEMENTS =
      """
      select part, version, language, hash, accepted_at from app.v_assessment_agreement
       where enrolment_id = ? order by part
      """;

  private final ReaderDatabase reader;
  private final FindingEnrolments finding;
  private final Looks looks;
  private final Leaves leaves;
  private final CaseView cases;
  private final ReadingDecisions decisions;

  ReadingDossiers(
      ReaderDatabase reader,
      FindingEnrolments finding,
      Looks looks,
      Leaves leaves,
      CaseView cases,
      ReadingDecisions decisions) {
    this.reader = reader;
    this.finding = finding;
    this.looks = looks;
    this.leaves = leaves;
    this.cases = cases;
    this.decisions = decisions;
  }

  private record Facts(
      @Nullable Long release,
      @Nullable Instant windowEndsAt,
      @Nullable String reason,
      @Nullable String serial) {}

  /**
   * The enrolment, after it was kept that this auditor looks.
   *
   * @throws Rejected NOT_FOUND when there is none
   */
  public Dossier open(AccountId auditor, EnrolmentId id) {
    Found found =
        finding.find(new Search(id.toString(), "", "", "", "", "")).lines().stream()
            .findFirst()
            .orElseThrow(() -> new Rejected(Rejection.notFound("enrolment")));
    looks.keep(auditor, id);
    JdbcClient db = reader.db();
    Facts facts = facts(db, id);
    CaseView view = cases.through(db);
    List<Recorded> trail = leaves.through(db).of(id);
    return new Dossier(
        id,
        found,
        facts.release(),
        facts.windowEndsAt(),
        facts.reason(),
        facts.serial(),
        view.runs(id).stream().map(r -> new Dossier.RunUnder(r, view.release(r))).toList(),
        trail.stream().map(Told::of).toList(),
        decisions.in(trail),
        mails(db, id),
        agreements(db, id),
        looks.of(id));
  }

  /**
   * The diagram of one of the enrolment's processes, in the release under which it ran.
   *
   * @throws Rejected NOT_FOUND when it has no such process
   */
  public byte[] diagram(EnrolmentId id, String instance) {
    CaseView view = cases.through(reader.db());
    return view.runs(id).stream()
        .filter(run -> run.instance().equals(instance))
        .findFirst()
        .map(view::xml)
        .orElseThrow(() -> new Rejected(Rejection.notFound("process")));
  }

  private static Facts facts(JdbcClient db, EnrolmentId id) {
    return db.sql(FACTS)
        .param(id.value())
        .query(
            (row, n) ->
                new Facts(
                    row.getObject(1) == null ? null : row.getLong(1),
                    FindingEnrolments.instant(row, 2),
                    row.getString(3),
                    row.getString(4)))
        .single();
  }

  private static List<Dossier.Accepted> agreements(JdbcClient db, EnrolmentId id) {
    return db.sql(AGREEMENTS)
        .param(id.value())
        .query(
            (row, n) ->
                new Dossier.Accepted(
                    row.getString(1),
                    row.getObject(2, Integer.class),
                    row.getString(3),
                    row.getString(4),
                    row.getTimestamp(5).toInstant()))
        .list();
  }

  private static List<Dossier.Sent> mails(JdbcClient db, EnrolmentId id) {
    return db.sql(MAILS)
        .param(id.value())
        .query(
            (row, n) ->
                new Dossier.Sent(
                    row.getString(1),
                    row.getTimestamp(2).toInstant(),
                    FindingEnrolments.instant(row, 3),
                    row.getString(4)))
        .list();
  }
}
