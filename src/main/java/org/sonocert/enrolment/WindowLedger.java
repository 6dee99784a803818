package org.sonocert.enrolment;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.engine.WindowTimers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The ledger of what is added to windows. An entry, the stored end and the engine's timers change
 * in one transaction, so that the end is always purchase + days bought + entries (INV-05).
 */
@Service
public class WindowLedger {
  private final Enrolments enrolments;
  private final WindowTimers timers;
  private final ProcessSignals signals;
  private final AuditTrail audit;
  private final ProgrammeClock clock;
  private final JdbcClient db;

  WindowLedger(
      Enrolments enrolments,
      WindowTimers timers,
      ProcessSignals signals,
      AuditTrail audit,
      ProgrammeClock clock,
      JdbcClient db) {
    this.enrolments = enrolments;
    this.timers = timers;
    this.signals = signals;
    this.audit = audit;
    this.clock = clock;
    this.db = db;
  }

  /**
   * What is added, and who answers for it.
   *
   * @param rule name of the rule under which it is given
   * @param approvedBy another person than who asked
   */
  public record Entry(
      Duration added,
      String kind,
      String reason,
      String rule,
      AccountId requestedBy,
      AccountId approvedBy) {
    /** Refuses an entry that adds nothing, or that one person asked for and approved. */
    public Entry {
      if (added.isNegative() || added.isZero() || requestedBy.equals(approvedBy)) {
        throw new IllegalArgumentException("An entry adds time, and two people answer for it");
      }
    }
  }

  /**
   * Adds an entry and moves the window's end, its timer and the reminders that are still to come;
   * before the purchase it only waits to be counted.
   *
   * @return the enrolment as it stands now
   * @throws IllegalStateException when the window is over or the enrolment has ended
   */
  public Enrolment add(EnrolmentId id, Entry entry) {
    Enrolment before = enrolments.lock(id);
    Instant now = clock.now();
    boolean waits = before.state() == EnrolmentState.APPLYING;
    if (!waits && !before.windowOpenAt(now)) {
      throw new IllegalStateException("The window of enrolment " + id + " is over");
    }
    write(id, entry, now);
    if (!waits) {
      move(before, entry.added());
    }
    return enrolments.lock(id);
  }

  private void write(EnrolmentId id, Entry entry, Instant now) {
    db.sql(
            """
            insert into window_entry
              (enrolment_id, number, seconds, kind, reason, rule, requested_by, approved_by, at)
            select :id, coalesce(max(number), 0) + 1, :seconds, :kind, :reason, :rule, :asked,
                   :approved, :at
              from window_entry where enrolment_id = :id
            """)
        .param("id", id.value())
        .param("seconds", entry.added().toSeconds())
        .param("kind", entry.kind())
        .param("reason", entry.reason())
        .param("rule", entry.rule())
        .param("asked", entry.requestedBy().toString())
        .param("approved", entry.approvedBy().toString())
        .param("at", Timestamp.from(now))
        .update();
    audit.note(
        id,
        new Change(
            "window-entry",
            Map.of(
                "seconds", entry.added().toSeconds(),
                "kind", entry.kind(),
                "rule", entry.rule(),
                "requestedBy", entry.requestedBy().toString(),
                "approvedBy", entry.approvedBy().toString())));
  }

  private void move(Enrolment before, Duration added) {
    Instant end = before.windowEnd().plus(added);
    Instant bought = java.util.Objects.requireNonNull(before.purchasedAt());
    enrolments.moveEnd(before.id(), end);
    timers.move(before.id(), end, Windows.half(bought, end), added);
    signals.signal(before.id(), "Message_WindowMoved", Map.of());
    audit.note(
        before.id(),
        new Change(
            "window-moved", Map.of("from", before.windowEnd().toString(), "to", end.toString())));
  }
}
