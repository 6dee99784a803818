package org.sonocert.enrolment.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Step;
import org.sonocert.engine.StepContext;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.CandidateLetters;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.enrolment.OpenWork;
import org.sonocert.enrolment.Windows;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.springframework.stereotype.Component;

/** Writes to candidates while their window runs; when, is said by the diagram and its table. */
@Component
class ReminderSteps {
  private final Enrolments enrolments;
  private final CandidateLetters letters;
  private final Accounts accounts;
  private final OpenWork work;
  private final ProgrammeClock clock;

  ReminderSteps(
      Enrolments enrolments,
      CandidateLetters letters,
      Accounts accounts,
      OpenWork work,
      ProgrammeClock clock) {
    this.enrolments = enrolments;
    this.letters = letters;
    this.accounts = accounts;
    this.work = work;
    this.clock = clock;
  }

  @Step(
      label = "Remind candidate",
      description =
          "Writes to the candidate how many days are left, what is still missing and whose turn it"
              + " is.",
      writes = {"daysLeft"})
  void remindCandidate(StepContext step) {
    Enrolment enrolment = enrolments.get(step.enrolmentId());
    Instant end = enrolment.windowEnd();
    int days = Windows.daysLeft(clock.now(), end);
    Account candidate = accounts.get(enrolment.candidate());
    letters.post(
        enrolment,
        candidate,
        "window-reminder",
        days + " days before " + end,
        Map.of(
            "left", left(days, candidate.locale()),
            "until", Moments.inWords(end, candidate.locale()),
            "missing", missing(enrolment, candidate.locale())));
    step.set("daysLeft", days);
  }

  @Step(
      label = "Count days left",
      description = "Counts the days that are left until the window's stored end, which has moved.",
      writes = {"daysLeft"})
  void countDaysLeft(StepContext step) {
    step.set(
        "daysLeft", Windows.daysLeft(clock.now(), enrolments.get(step.enrolmentId()).windowEnd()));
  }

  @Step(
      label = "Plan reminder",
      description = "Counts the date of the next reminder back from the window's stored end.",
      reads = {"nextReminderDays"},
      writes = {"nextReminderAt"})
  void planReminder(StepContext step) {
    Instant end = enrolments.get(step.enrolmentId()).windowEnd();
    Number days = Objects.requireNonNull(step.number("nextReminderDays"), "nextReminderDays");
    Instant next = end.minus(Duration.ofDays(days.longValue()));
    if (!next.isAfter(clock.now())) {
      throw new IllegalStateException(
          "The table plans the next reminder with "
              + days
              + " days left, which is past; it must be fewer than are left now");
    }
    step.set("nextReminderAt", next.toString());
  }

  private static String left(int days, Locale locale) {
    if (locale.getLanguage().equals("es")) {
      return days == 1 ? "Le queda 1 día" : "Le quedan " + days + " días";
    }
    return days == 1 ? "1 day left" : days + " days left";
  }

  /** The open tasks in the words of the diagrams, each with whose turn it is. */
  private String missing(Enrolment enrolment, Locale locale) {
    return work.of(enrolment.id()).stream()
        .map(task -> task.name() + " (" + turn(task, locale) + ")")
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String turn(TaskView task, Locale locale) {
    boolean spanish = locale.getLanguage().equals("es");
    return switch (task.group()) {
      case "candidate" -> spanish ? "le toca a usted" : "your turn";
      case "evaluator" -> spanish ? "le toca a quien evalúa" : "an evaluator's turn";
      default -> spanish ? "le toca al programa" : "the programme's turn";
    };
  }
}
