package org.sonocert.demo.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.demo.acting.ActingCandidates.Named;
import org.sonocert.peerevaluation.Nomination;

/** What a candidate and the evaluators do inside a window. */
final class Work {
  private final Candidate candidate;
  private final Season season;
  private final AccountId who;
  private final EnrolmentId id;

  Work(Candidate candidate, EnrolmentId id) {
    this.candidate = candidate;
    this.season = candidate.season;
    this.who = candidate.who;
    this.id = id;
  }

  void begin() {
    Instant bought = season.now();
    if (candidate.fate == Fate.CANCELS) {
      candidate.after(bought, 8, () -> season.cast().candidates().cancel(who, id));
      return;
    }
    if (candidate.fate != Fate.RUNS_OUT_WITHOUT_EVALUATION || candidate.dice.nextBoolean()) {
      candidate.after(bought, 4, this::nameEvaluators);
    }
    if (candidate.fate.sits()) {
      candidate.after(bought, 14, this::prepare);
    }
    season.at(bought.plusSeconds(120), this::audit);
    if (candidate.dice.nextInt(8) == 0) {
      candidate.after(bought, 10, this::ask);
    }
    if (candidate.dice.nextInt(12) == 0) {
      candidate.after(bought, 30, this::moreDays);
    }
    if (candidate.fate.triesAgain(candidate.dice)) {
      Instant end = Objects.requireNonNull(season.cast().enrolments().get(id).windowEndsAt());
      candidate.after(end, 34 / 0.4, candidate::again);
    }
  }

  /** Whoever was drawn sends a log, or too few cases, or nothing. */
  private void audit() {
    if (!season.cast().forms().waits(id, "send-case-log")) {
      return;
    }
    int mood = candidate.lotDice().nextInt(10);
    if (mood >= 8) {
      return;
    }
    boolean borneOut = mood < 6;
    Instant now = season.now();
    LocalDate before = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(30);
    candidate.after(
        now,
        9,
        () -> {
          season.cast().candidates().sendLog(who, id, borneOut ? 30 : 4, before);
          AccountId checks = season.manager();
          candidate.after(
              season.now(), 2, () -> season.cast().staff().checkLog(checks, id, borneOut));
        });
  }

  private void ask() {
    season
        .cast()
        .candidates()
        .askForHelp(who, id, "something-else", "May I sit the assessment on two evenings?");
    candidate.after(
        season.now(),
        0.8,
        () ->
            season
                .cast()
                .staff()
                .answerQuestion(
                    season.manager(), id, "You may. Your place and your answers are kept."));
  }

  /** One manager asks for days, another one decides. */
  private void moreDays() {
    AccountId asks = season.manager();
    AccountId decides = season.managerBeside(asks);
    season
        .cast()
        .staff()
        .askForDays(asks, id, 14, "The hospital's ultrasound machine was out of order.");
    candidate.after(
        season.now(),
        1.5,
        () -> season.cast().staff().decideDays(decides, id, candidate.dice.nextInt(4) > 0));
  }

  private void nameEvaluators() {
    season
        .cast()
        .candidates()
        .nameEvaluators(who, id, List.of(season.evaluator(), season.evaluator()));
    Instant now = season.now();
    season.at(now.plusSeconds(60), () -> season.cast().evaluators().of(id).forEach(this::asked));
  }

  /** What a person who was asked does about it. */
  private void asked(Nomination one) {
    int mood = candidate.dice.nextInt(20);
    Instant now = season.now();
    if (candidate.fate == Fate.RUNS_OUT_WITHOUT_EVALUATION && mood < 8) {
      return;
    }
    if (mood == 19) {
      season.cast().evaluators().bounce(one);
      candidate.after(now, 3, this::nameAnother);
    } else if (mood >= 17) {
      candidate.after(
          now,
          3,
          () -> {
            season.cast().evaluators().decline(one);
            candidate.after(season.now(), 3, this::nameAnother);
          });
    } else {
      candidate.after(now, 9, () -> evaluate(one));
    }
  }

  private void nameAnother() {
    Named another = season.evaluator();
    season.cast().candidates().nameAnother(who, id, another);
    Instant now = season.now();
    season.at(
        now.plusSeconds(60),
        () ->
            season.cast().evaluators().of(id).stream()
                .filter(n -> n.nominee().email().equals(another.email()))
                .forEach(n -> candidate.after(now, 7, () -> evaluate(n))));
  }

  private void evaluate(Nomination one) {
    boolean poor = candidate.fate == Fate.EVALUATED_BELOW_STANDARD;
    boolean hasty = candidate.dice.nextInt(15) == 0;
    int rating = poor ? 2 : 3 + candidate.dice.nextInt(2);
    season.cast().evaluators().evaluate(one, rating, hasty ? 0.3 : 1);
    if (hasty) {
      candidate.after(season.now(), 2, () -> season.cast().evaluators().evaluate(one, rating, 1));
    }
  }

  private void prepare() {
    season.cast().examinees().accept(who, id);
    Instant now = season.now();
    season.at(now.plusSeconds(60), () -> season.cast().examinees().checkReadiness(who, id));
    candidate.after(now, 2, this::sit);
  }

  /** Some finish in one evening, some come back. */
  private void sit() {
    season.cast().examinees().start(who, id);
    if (candidate.fate == Fate.WITHDRAWS) {
      season.cast().examinees().answer(who, id, true);
      candidate.after(season.now(), 2, () -> season.cast().candidates().withdraw(who, id));
      return;
    }
    boolean fails = candidate.fate == Fate.FAILS_ASSESSMENT;
    if (candidate.dice.nextInt(3) == 0) {
      season.cast().examinees().answer(who, id, !fails);
      season.cast().examinees().answer(who, id, !fails);
      candidate.after(season.now(), 3, () -> finish(fails));
    } else {
      finish(fails);
    }
  }

  private void finish(boolean fails) {
    season.cast().examinees().answerAll(who, id, fails ? 0.4 : 1);
    season.cast().examinees().handIn(who, id);
  }
}
