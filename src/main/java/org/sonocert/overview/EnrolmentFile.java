package org.sonocert.overview;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.OpenWork;
import org.sonocert.enrolment.Windows;
import org.sonocert.identity.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Everything that managers see of one enrolment. */
@Service
public class EnrolmentFile {
  private static final String LEDGER =
      """
      select w.seconds, w.kind, w.reason, w.rule, w.at, a.name as asked_by, b.name as approved_by
        from v_enrolment_window_entry w
        left join v_identity_name a on a.account_id::text = w.requested_by
        left join v_identity_name b on b.account_id::text = w.approved_by
       where w.enrolment_id = ? order by w.number
      """;
  private static final String EXCEPTIONS =
      """
      select x.kind, x.seconds, x.reason, x.requested_at, x.outcome, x.decision_reason,
             a.name as asked_by, d.name as decided_by
        from v_exceptions_all x
        left join v_identity_name a on a.account_id = x.requested_by
        left join v_identity_name d on d.account_id = x.decided_by
       where x.enrolment_id = ? order by x.requested_at desc limit 50
      """;
  private static final String REQUESTS =
      """
      select kind, text, asked_at, due_at, answer, answered_at from v_support_request
       where enrolment_id = ? order by asked_at desc limit 50
      """;
  private static final String REFUND =
      """
      select granted, reason, requested_at, due_at, returned_at from v_payment_refund
       where enrolment_id = ?
      """;
  private static final String WITHDRAWAL =
      """
      select w.cause, w.note, w.at, n.name as told_by from v_support_withdrawal w
        join v_identity_name n on n.account_id = w.told_by where w.enrolment_id = ?
      """;

  private static final String DISPUTES =
      """
      select reference, amount_cents, currency, reason, page, opened_at, answer_by, phase, answer
        from v_payment_dispute where enrolment_id = ? order by opened_at desc
      """;
  private static final String HOLDS =
      """
      select kind, reference, opened_at from v_enrolment_decision_hold
       where enrolment_id = ? and closed_at is null order by opened_at
      """;

  private final Enrolments enrolments;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final TaskInbox inbox;
  private final OpenWork work;
  private final ProgrammeClock clock;
  private final JdbcClient db;

  EnrolmentFile(
      Enrolments enrolments,
      Accounts accounts,
      Catalogue catalogue,
      TaskInbox inbox,
      OpenWork work,
      ProgrammeClock clock,
      JdbcClient db) {
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.inbox = inbox;
    this.work = work;
    this.clock = clock;
    this.db = db;
  }

  /**
   * The file.
   *
   * @param waitsFor whose turn it is, null when it has ended
   * @param daysLeft days until the window's end, null without a running window
   * @param open all open tasks, those beside the way included
   * @param ledger rows as the published views have them; so are the lists after it
   */
  public record Whole(
      Enrolment enrolment,
      String candidate,
      String email,
      String title,
      @Nullable String waitsFor,
      @Nullable Integer daysLeft,
      List<TaskView> open,
      List<Map<String, Object>> ledger,
      List<Map<String, Object>> exceptions,
      List<Map<String, Object>> requests,
      List<Map<String, Object>> refunds,
      List<Map<String, Object>> withdrawals,
      List<Map<String, Object>> disputes,
      List<Map<String, Object>> holds) {}

  /**
   * Reads it.
   *
   * @throws org.sonocert.core.Rejected NOT_FOUND when there is no such enrolment
   */
  public Whole read(EnrolmentId id) {
    Enrolment enrolment = enrolments.get(id);
    var candidate = accounts.get(enrolment.candidate());
    Instant end = enrolment.windowEndsAt();
    boolean over = enrolment.state().ended();
    return new Whole(
        enrolment,
        candidate.name(),
        candidate.email(),
        catalogue.nameOf(enrolment.product()),
        over ? null : RunningOut.turnOf(work.of(id)).word(),
        over || end == null ? null : Windows.daysLeft(clock.now(), end),
        inbox.of(id),
        rows(LEDGER, id),
        rows(EXCEPTIONS, id),
        rows(REQUESTS, id),
        rows(REFUND, id),
        rows(WITHDRAWAL, id),
        rows(DISPUTES, id),
        over ? List.of() : rows(HOLDS, id));
  }

  private List<Map<String, Object>> rows(String sql, EnrolmentId id) {
    return db.sql(sql).param(id.value()).query().listOfRows();
  }
}
