package org.sonocert.enrolment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.OncePerTransaction;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Receipts.Receipt;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of enrolments. Every change is noted for the audit leaf of its transaction. */
@Repository
public class Enrolments {
  /** Under this name a transaction keeps the rows whose lock it holds. */
  private static final Class<?> LOCKED = Enrolments.class;

  private final JdbcClient db;
  private final AuditTrail audit;
  private final ProgrammeClock clock;
  private final ApplicationEventPublisher events;

  Enrolments(
      JdbcClient db, AuditTrail audit, ProgrammeClock clock, ApplicationEventPublisher events) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** The enrolment, whoever asks; use {@link #ownedBy} on a person's path. */
  public Optional<Enrolment> find(EnrolmentId id) {
    return held(id).or(() -> read(id));
  }

  private Optional<Enrolment> read(EnrolmentId id) {
    return db.sql("select * from enrolment where id = ?")
        .param(id.value())
        .query(EnrolmentRows::read)
        .optional();
  }

  /**
   * The enrolment.
   *
   * @throws Rejected NOT_FOUND when there is none
   */
  public Enrolment get(EnrolmentId id) {
    return find(id).orElseThrow(() -> new Rejected(Rejection.notFound("enrolment")));
  }

  /**
   * The candidate's own enrolment.
   *
   * @throws Rejected NOT_FOUND when it is another person's, as if it did not exist
   */
  public Enrolment ownedBy(AccountId candidate, EnrolmentId id) {
    return find(id)
        .filter(e -> e.candidate().equals(candidate))
        .orElseThrow(() -> new Rejected(Rejection.notFound("enrolment")));
  }

  /** Takes the enrolment's row lock until the transaction ends, and reads it. */
  public Enrolment lock(EnrolmentId id) {
    return held(id)
        .or(() -> readLocked(id).map(Enrolments::hold))
        .orElseThrow(() -> new Rejected(Rejection.notFound("enrolment")));
  }

  /** Nobody else can change a row that this transaction has locked, so it is read once. */
  private static Enrolment hold(Enrolment locked) {
    return OncePerTransaction.keep(LOCKED, locked.id(), locked);
  }

  private static Optional<Enrolment> held(EnrolmentId id) {
    return Optional.ofNullable(OncePerTransaction.find(LOCKED, id));
  }

  private Optional<Enrolment> readLocked(EnrolmentId id) {
    return db.sql("select * from enrolment where id = ? for update")
        .param(id.value())
        .query(EnrolmentRows::read)
        .optional();
  }

  /** The candidate's enrolments, newest first. */
  public List<Enrolment> of(AccountId candidate) {
    return db.sql(
            "select * from enrolment where candidate_id = ? order by opened_at desc limit 100")
        .param(candidate.value())
        .query(EnrolmentRows::read)
        .list();
  }

  /**
   * Opens an enrolment with the start of its application.
   *
   * @param release policy release under which the application runs
   * @throws Rejected CONFLICT when the person has one open in this product (INV-04)
   */
  public EnrolmentId open(AccountId candidate, String product, long release) {
    EnrolmentId id = EnrolmentId.create();
    Instant now = clock.now();
    int opened =
        db.sql(
                """
                insert into enrolment (id, candidate_id, product, state, opened_at, application_release)
                values (?, ?, ?, 'applying', ?, ?) on conflict do nothing
                """)
            .params(id.value(), candidate.value(), product, Timestamp.from(now), release)
            .update();
    if (opened == 0) {
      throw new Rejected(
          Rejection.conflict(
              "enrolment-open",
              "You have an application or enrolment in this product already. Go on with that one."));
    }
    audit.note(id, new Change("enrolment-opened", Map.of("product", product)));
    return id;
  }

  /**
   * Makes an application an active enrolment, bought as its receipt says, and keeps the receipt.
   *
   * @throws IllegalStateException when it is not an open application
   */
  public void activate(Receipt bought) {
    EnrolmentId id = bought.enrolment();
    int changed = db.sql(Receipts.INSERT_AND_ACTIVATE).params(Receipts.columns(bought)).update();
    OncePerTransaction.forget(LOCKED, id);
    if (changed != 1) {
      throw new IllegalStateException("Enrolment " + id + " is not an open application");
    }
    audit.underRelease(id, bought.release());
    audit.note(
        id,
        new Change(
            "enrolment-activated",
            Map.of(
                "release", bought.release(),
                "releaseHash", bought.releaseHash(),
                "purchasedAt", bought.writtenAt().toString(),
                "windowEndsAt", bought.windowEndsAt().toString())));
  }

  /** Stores the moved end of a running window; why it moved stands in the ledger. */
  void moveEnd(EnrolmentId id, Instant end) {
    int moved =
        db.sql("update enrolment set window_ends_at = ? where id = ? and state = 'active'")
            .params(Timestamp.from(end), id.value())
            .update();
    OncePerTransaction.forget(LOCKED, id);
    if (moved != 1) {
      throw new IllegalStateException("Enrolment " + id + " has no running window");
    }
  }

  /** From now on nothing is mailed to the candidate about it. */
  public void silence(EnrolmentId id) {
    OncePerTransaction.forget(LOCKED, id);
    db.sql("update enrolment set silent = true where id = ?").param(id.value()).update();
    audit.note(id, new Change("mail-stopped", Map.of("because", "death reported")));
  }

  /** Notes that the first item or scenario medium was presented; later calls change nothing. */
  public void markStarted(EnrolmentId id) {
    Instant now = clock.now();
    int changed =
        db.sql("update enrolment set started_at = ? where id = ? and started_at is null")
            .params(Timestamp.from(now), id.value())
            .update();
    OncePerTransaction.forget(LOCKED, id);
    if (changed == 1) {
      audit.note(id, new Change("assessment-started", Map.of("at", now.toString())));
    }
  }

  /** All evidence is in and the decision waits: from now on the window cannot end it. */
  public void decide(EnrolmentId id) {
    int changed =
        db.sql("update enrolment set state = 'deciding' where id = ? and state = 'active'")
            .param(id.value())
            .update();
    OncePerTransaction.forget(LOCKED, id);
    if (changed == 1) {
      audit.note(id, new Change("decision-pending", Map.of("at", clock.now().toString())));
    }
  }

  /**
   * Ends the enrolment, and tells it as {@link EnrolmentEnded}.
   *
   * @throws IllegalStateException when it has ended before, since an enrolment ends once (INV-06)
   */
  public void end(EnrolmentId id, EnrolmentState end, Instant endedAt, String reason) {
    OncePerTransaction.forget(LOCKED, id);
    Optional<Enrolment> ended =
        db.sql(
                """
                update enrolment set state = ?, ended_at = ?, end_reason = ?
                 where id = ? and state in ('applying', 'active', 'deciding') returning *
                """)
            .params(end.word(), Timestamp.from(endedAt), reason, id.value())
            .query(EnrolmentRows::read)
            .optional();
    if (ended.isEmpty()) {
      throw new IllegalStateException("Enrolment " + id + " has ended before");
    }
    hold(ended.get());
    audit.note(
        id,
        new Change(
            "enrolment-ended",
            Map.of("end", end.word(), "at", endedAt.toString(), "reason", reason)));
    events.publishEvent(new EnrolmentEnded(id, end, endedAt));
  }
}
