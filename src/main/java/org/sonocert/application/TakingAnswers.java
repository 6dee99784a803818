package org.sonocert.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolments;
import org.springframework.stereotype.Service;

/** Takes the candidate's and the checker's answers, each judged by its own rule. */
@Service
public class TakingAnswers {
  private final CandidateStatements statements;
  private final Licences licences;
  private final Waivers waivers;
  private final Enrolments enrolments;
  private final ProgrammeClock clock;

  TakingAnswers(
      CandidateStatements statements,
      Licences licences,
      Waivers waivers,
      Enrolments enrolments,
      ProgrammeClock clock) {
    this.statements = statements;
    this.licences = licences;
    this.waivers = waivers;
    this.enrolments = enrolments;
    this.clock = clock;
  }

  /**
   * Takes the description of a practice.
   *
   * @throws Rejected when the profession is left open or the licence belongs to another account
   */
  public void practice(EnrolmentId enrolment, AccountId candidate, Practice practice) {
    if (practice.profession().equals("other") && practice.professionOther() == null) {
      throw new Rejected(
          Rejection.invalid(
              "profession-open", "Please write the name of your health care profession."));
    }
    licences.take(practice.licence(), candidate);
    statements.keep(enrolment, practice);
  }

  /**
   * Takes how the fundamentals are shown.
   *
   * @throws Rejected INVALID when the part of the chosen route is not filled in
   */
  public void fundamentals(EnrolmentId enrolment, Fundamentals shown) {
    Instant now = clock.now();
    shown
        .incomplete(LocalDate.ofInstant(now, ZoneOffset.UTC))
        .ifPresent(
            r -> {
              throw new Rejected(r);
            });
    statements.keep(enrolment, shown);
  }

  /**
   * Takes the decision on a waiver.
   *
   * @throws Rejected CONFLICT when the checker is the candidate
   */
  public void waiver(
      EnrolmentId enrolment, boolean granted, String reason, AccountId by, long release) {
    if (enrolments.get(enrolment).candidate().equals(by)) {
      throw new Rejected(
          Rejection.conflict(
              "own-waiver",
              "Nobody decides on a waiver of their own. Please leave it to a colleague."));
    }
    waivers.decide(enrolment, granted, reason, by, release);
  }

  /** Takes an attestation of cases. */
  public void cases(
      EnrolmentId enrolment,
      String area,
      int cases,
      @Nullable String conditions,
      boolean confirmed,
      AccountId by) {
    statements.attest(enrolment, area, cases, conditions, confirmed, by);
  }

  /** Takes the acceptance of the rules in force. */
  public void rules(EnrolmentId enrolment, long release, AccountId by, String... accepted) {
    statements.accept(enrolment, release, by, accepted);
  }
}
