package org.sonocert.application;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a candidate stated in an application: practice, fundamentals, cases, acceptance of rules.
 */
@Repository
public class CandidateStatements {
  private final JdbcClient db;
  private final AuditTrail audit;
  private final ProgrammeClock clock;

  CandidateStatements(JdbcClient db, AuditTrail audit, ProgrammeClock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** Keeps what was said about the practice. */
  void keep(EnrolmentId enrolment, Practice practice) {
    db.sql("insert into practice values (?, ?, ?, ?, ?, ?, ?, ?)")
        .param(enrolment.value())
        .param(practice.profession())
        .param(practice.professionOther())
        .param(practice.licenceNumber())
        .param(practice.licenceCountry())
        .param(practice.goodStanding())
        .param(practice.practising())
        .param(now())
        .update();
    note(enrolment, "practice-described", Map.of("profession", practice.profession()));
  }

  /** Keeps how the fundamentals are shown. */
  void keep(EnrolmentId enrolment, Fundamentals shown) {
    db.sql("insert into fundamentals values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(enrolment.value())
        .param(shown.route())
        .param(shown.certificateNumber())
        .param(date(shown.certificateDate()))
        .param(date(shown.examinationDate()))
        .param(shown.examinationReference())
        .param(shown.credentialName())
        .param(shown.credentialNumber())
        .param(date(shown.credentialUntil()))
        .param(now())
        .update();
    note(enrolment, "fundamentals-shown", Map.of("route", shown.route()));
  }

  /** Keeps an attestation of cases in an area. */
  void attest(
      EnrolmentId enrolment,
      String area,
      int cases,
      @Nullable String conditions,
      boolean confirmed,
      AccountId by) {
    db.sql("insert into case_attestation values (?, ?, ?, ?, ?, ?, ?)")
        .param(enrolment.value())
        .param(area)
        .param(cases)
        .param(conditions)
        .param(confirmed)
        .param(by.value())
        .param(now())
        .update();
    note(enrolment, "cases-attested", Map.of("area", area, "cases", cases));
  }

  /** Keeps that the rules of a release were accepted; each quote is accepted anew. */
  void accept(EnrolmentId enrolment, long release, AccountId by, String... accepted) {
    db.sql(
            """
            insert into rules_acceptance
            select ?, count(*) + 1, ?, ?, ?, ? from rules_acceptance where enrolment_id = ?
            """)
        .param(enrolment.value())
        .param(accepted)
        .param(release)
        .param(by.value())
        .param(now())
        .param(enrolment.value())
        .update();
    note(enrolment, "rules-accepted", Map.of("release", release));
  }

  private Timestamp now() {
    return Timestamp.from(clock.now());
  }

  private void note(EnrolmentId enrolment, String type, Map<String, ?> data) {
    audit.note(enrolment, new Change(type, data));
  }

  private static @Nullable Date date(@Nullable LocalDate day) {
    return day == null ? null : Date.valueOf(day);
  }
}
