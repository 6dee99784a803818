package org.sonocert.seeded;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sonocert.attestation.Lots;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.demo.acting.ActingCandidates;
import org.sonocert.demo.acting.ActingEvaluators;
import org.sonocert.demo.acting.ActingExaminees;
import org.sonocert.demo.acting.ActingPayers;
import org.sonocert.demo.acting.ActingStaff;
import org.sonocert.demo.acting.DemoLots;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.peerevaluation.Nomination;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What people can do; each step does one thing that the product takes or refuses. */
final class Steps {
  /** One thing that somebody does. */
  interface Act {
    void by(World world);
  }

  private final Map<String, Act> odd = new TreeMap<>();
  private final ActingCandidates candidates;
  private final ActingPayers payers;
  private final ActingExaminees examinees;
  private final ActingEvaluators evaluators;
  private final ActingStaff staff;
  private final DemoLots lots;
  private final Enrolments enrolments;
  private final TaskInbox inbox;
  private final ProgrammeClock clock;
  private final AccountId manager;
  private final AccountId second;

  Steps(AutowireCapableBeanFactory parts, AccountId manager, AccountId second) {
    this.manager = manager;
    this.second = second;
    candidates = parts.getBean(ActingCandidates.class);
    payers = parts.getBean(ActingPayers.class);
    examinees = parts.getBean(ActingExaminees.class);
    evaluators = parts.getBean(ActingEvaluators.class);
    staff = parts.getBean(ActingStaff.class);
    lots = parts.getBean(DemoLots.class);
    enrolments = parts.getBean(Enrolments.class);
    inbox = parts.getBean(TaskInbox.class);
    clock = parts.getBean(ProgrammeClock.class);
    around();
    inside();
  }

  private void on(String name, Enrolled act) {
    odd.put(
        name,
        world -> {
          EnrolmentId id = world.enrolment();
          act.by(world, enrolments.get(id).candidate(), id);
        });
  }

  private interface Enrolled {
    void by(World world, AccountId who, EnrolmentId id);
  }

  private void around() {
    on("begin to pay", (w, who, id) -> payers.begin(who, id));
    on(
        "card charged, nobody told",
        (w, who, id) -> payers.latest(who, id).ifPresent(payers::charge));
    on("told of the charge", (w, who, id) -> payers.latest(who, id).ifPresent(payers::told));
    on("card declined", (w, who, id) -> payers.latest(who, id).ifPresent(payers::declined));
    on("pay", (w, who, id) -> payers.byCard(who, id));
    on("enter a code", (w, who, id) -> payers.enterCodes(who, w.one(w.codes)));
    on("enter all codes", (w, who, id) -> payers.enterCodes(who, String.join("\n", w.codes)));
    on("withdraw the application", (w, who, id) -> candidates.withdrawApplication(who, id));
    on("cancel", (w, who, id) -> candidates.cancel(who, id));
    on(
        "another person's licence",
        (w, who, id) ->
            candidates.describePractice(who, id, "physician", licence(w, 1 - at(w, who))));
    on("attest too few", (w, who, id) -> candidates.attest(who, id, 3));
    on(
        "be a trainee",
        (w, who, id) -> candidates.describePractice(who, id, "trainee", licence(w, at(w, who))));
    on(
        "ask for help",
        (w, who, id) -> candidates.askForHelp(who, id, "more-time", "I need some days."));
    on("staff answer", (w, who, id) -> staff.answerQuestion(manager, id, "Please write again."));
    on("withdraw", (w, who, id) -> candidates.withdraw(who, id));
    on("ask for an invoice", (w, who, id) -> payers.askForInvoice(who, id));
    on("mark the invoice as paid", (w, who, id) -> invoicePaid(id));
    on("ask for days", (w, who, id) -> staff.askForDays(manager, id, 10, "A reason of the test."));
    on("send a log", (w, who, id) -> candidates.sendLog(who, id, 2, day().minusDays(5)));
    on("refute a log", (w, who, id) -> staff.checkLog(second, id, false));
    on("decide on one's own wish", (w, who, id) -> staff.decideDays(manager, id, true));
    on("second manager refuses days", (w, who, id) -> staff.decideDays(second, id, false));
    on("staff refuse the waiver", (w, who, id) -> staff.decideWaiver(manager, id, false));
  }

  private void inside() {
    on("start", (w, who, id) -> examinees.start(who, id));
    on("answer wrongly", (w, who, id) -> examinees.answer(who, id, false));
    on("hand in", (w, who, id) -> examinees.handIn(who, id));
    on("evaluate well", (w, who, id) -> evaluation(w, id, 4, 1));
    on("evaluate badly", (w, who, id) -> evaluation(w, id, 1, 1));
    on("evaluate a part", (w, who, id) -> evaluation(w, id, 3, 0.2));
    on("decline", (w, who, id) -> asked(w, id).forEach(evaluators::decline));
    on("bounce", (w, who, id) -> asked(w, id).forEach(evaluators::bounce));
    on("replace", (w, who, id) -> asked(w, id).forEach(evaluators::replace));
    on("name another", (w, who, id) -> candidates.nameAnother(who, id, w.evaluator()));
  }

  private LocalDate day() {
    return LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
  }

  private void invoicePaid(EnrolmentId id) {
    payers
        .invoice(id)
        .ifPresent(
            invoice ->
                staff.markPaid(
                    manager, invoice.id(), "BANK-" + id.toString().substring(0, 8), day()));
  }

  /** At most one of those who were named, whoever it is and whatever became of them. */
  private List<Nomination> asked(World world, EnrolmentId id) {
    List<Nomination> all = evaluators.of(id);
    return all.isEmpty() ? List.of() : List.of(world.one(all));
  }

  private void evaluation(World world, EnrolmentId id, int rating, double share) {
    asked(world, id).forEach(one -> evaluators.evaluate(one, rating, share));
  }

  private static int at(World world, AccountId who) {
    return world.candidates.indexOf(who);
  }

  private static String licence(World world, int candidate) {
    return "SEED" + world.mark + candidate;
  }

  /** Names of all that may be tried out of turn. */
  List<String> odd() {
    return List.copyOf(odd.keySet());
  }

  void odd(String name, World world) {
    odd.get(name).by(world);
  }

  /** Somebody opens an application. */
  void apply(World world) {
    AccountId who = world.one(world.candidates);
    EnrolmentId id = candidates.apply(who, world.one(World.PRODUCTS));
    lots.tell(id, world.chance(0.3) ? 0 : Lots.ALL - 1);
    world.enrolments.add(id);
  }

  /** Whoever's turn it is does what is asked of them. */
  String goOn(World world) {
    EnrolmentId id = world.enrolment();
    AccountId who = enrolments.get(id).candidate();
    List<TaskView> open = inbox.of(id);
    if (open.isEmpty()) {
      return waiting(enrolments.get(id), who);
    }
    TaskView task = world.one(open);
    answer(world, who, id, task.form());
    return task.form();
  }

  /** No task is open: either the quote waits for its money, or something runs by itself. */
  private String waiting(Enrolment enrolment, AccountId who) {
    if (enrolment.state() != EnrolmentState.APPLYING) {
      return "nothing to do";
    }
    payers.byCard(who, enrolment.id());
    return "pay";
  }

  private void answer(World world, AccountId who, EnrolmentId id, String form) {
    switch (form) {
      case "describe-practice" ->
          candidates.describePractice(who, id, "physician", licence(world, at(world, who)));
      case "show-fundamentals" -> fundamentals(world, who, id);
      case "check-waiver" -> staff.decideWaiver(manager, id, true);
      case "attest-cases" -> candidates.attest(who, id, 30);
      case "confirm-quote" -> candidates.confirmQuote(who, id);
      case "accept-agreement" -> examinees.accept(who, id);
      case "check-readiness" -> examinees.checkReadiness(who, id);
      case "sit-cases" -> sit(world, who, id);
      case "name-evaluators" ->
          candidates.nameEvaluators(who, id, List.of(world.evaluator(), world.evaluator()));
      case "name-another-evaluator" -> candidates.nameAnother(who, id, world.evaluator());
      case "give-evaluation" -> evaluation(world, id, world.chance(0.8) ? 4 : 2, 1);
      case "send-case-log" -> candidates.sendLog(who, id, 30, day().minusDays(10));
      case "check-case-log" -> staff.checkLog(manager, id, world.chance(0.7));
      case "decide-exception" -> staff.decideDays(second, id, true);
      case "answer-support-request" -> staff.answerQuestion(manager, id, "We have noted it.");
      default -> throw new AssertionError("Nobody knows how to answer " + form);
    }
  }

  private void fundamentals(World world, AccountId who, EnrolmentId id) {
    if (world.chance(0.7)) {
      candidates.showCertificate(who, id, "F" + world.mark);
    } else {
      Instant passed = clock.now().minusSeconds(86_400L * 900);
      candidates.askForWaiver(
          who, id, passed.atZone(ZoneOffset.UTC).toLocalDate().toString(), "SPI " + world.mark);
    }
  }

  private void sit(World world, AccountId who, EnrolmentId id) {
    examinees.start(who, id);
    if (world.chance(0.3)) {
      examinees.answer(who, id, true);
      return;
    }
    examinees.answerAll(who, id, world.chance(0.8) ? 1 : 0.3);
    examinees.handIn(who, id);
  }
}
