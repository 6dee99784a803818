package org.sonocert.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.sonocert.application.workflow.ApplicationProcess;
import org.sonocert.assessment.AnsweringItems;
import org.sonocert.assessment.Screen;
import org.sonocert.assessment.Sittings;
import org.sonocert.assessment.StartingSittings;
import org.sonocert.assessment.TestForms;
import org.sonocert.assessment.workflow.HandingIn;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.engine.CompletingTasks;
import org.sonocert.engine.Completion;
import org.sonocert.engine.CompletionResult;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.Role;
import org.sonocert.payment.DemoCards;
import org.sonocert.payment.Intent;
import org.sonocert.payment.PaymentAttempts;
import org.sonocert.payment.Purchase;
import org.sonocert.payment.workflow.PurchaseProcess;
import org.sonocert.peerevaluation.AnsweringEvaluations;
import org.sonocert.peerevaluation.Nomination;
import org.sonocert.peerevaluation.Nominations;

/** What a candidate and two evaluators do on the product's pages, said in the pages' services. */
final class OurPeople {
  private final Product product;
  private final ConcurrentLinkedQueue<AccountId> candidates = new ConcurrentLinkedQueue<>();
  private final Map<String, AccountId> owners = new ConcurrentHashMap<>();

  OurPeople(Product product) {
    this.product = product;
  }

  private <T> T part(Class<T> type) {
    return product.part(type);
  }

  /** Opens accounts. */
  void invite(int people) {
    OpeningAccounts opening = part(OpeningAccounts.class);
    String hash = opening.hash("nobody signs in here");
    for (int i = 0; i < people; i++) {
      String email = "candidate-" + UUID.randomUUID() + "@clinic.example";
      var person = new OpeningAccounts.Person(email, "Ana", "Ruiz", Locale.ENGLISH, hash, null);
      candidates.add(opening.open(person, Set.of(Role.CANDIDATE), "bench").orElseThrow());
    }
  }

  /** A candidate applies and pays. */
  String apply() {
    AccountId candidate = candidates.remove();
    EnrolmentId id = part(ApplicationProcess.class).open(candidate, "LNG");
    for (String form :
        List.of("describe-practice", "show-fundamentals", "attest-cases", "confirm-quote")) {
      fill(candidate, id, form);
    }
    pay(candidate, id);
    owners.put(id.toString(), candidate);
    return id.toString();
  }

  /** The candidate does everything up to the last answer. */
  void work(String enrolment) {
    AccountId candidate = Objects.requireNonNull(owners.get(enrolment));
    EnrolmentId id = EnrolmentId.of(enrolment);
    for (String form : List.of("name-evaluators", "accept-agreement", "check-readiness")) {
      fill(candidate, id, form);
    }
    sit(candidate, id);
  }

  private void fill(AccountId candidate, EnrolmentId id, String form) {
    TaskView task = part(TaskInbox.class).find(id, form, null).orElseThrow();
    requireDone(
        part(CompletingTasks.class)
            .complete(
                new Completion(
                    task.id(),
                    id,
                    Set.of("candidate"),
                    candidate,
                    UUID.randomUUID().toString(),
                    Answers.raw(form))));
  }

  private void pay(AccountId candidate, EnrolmentId id) {
    PaymentAttempts attempts = part(PaymentAttempts.class);
    attempts.begin(candidate, id, "demo-card");
    Intent intent = attempts.latest(candidate, id).orElseThrow();
    var charge =
        part(DemoCards.class).charge(String.valueOf(intent.reference()), "4242 4242 4242 4242");
    Purchase purchase = part(PurchaseProcess.class).confirm(intent, charge);
    if (purchase.state() != Purchase.State.OPENED) {
      throw new IllegalStateException("Not bought: " + purchase);
    }
  }

  private void sit(AccountId candidate, EnrolmentId id) {
    part(StartingSittings.class).start(candidate, id, Screen.of("1280x800"), false);
    var sitting = part(Sittings.class).ownedBy(candidate, id);
    for (String item : part(TestForms.class).get(sitting.form()).itemIds()) {
      part(AnsweringItems.class).answer(candidate, id, item, Answers.right(item));
    }
  }

  /** The candidate presses Finish. */
  void handIn(String enrolment) {
    AccountId candidate = Objects.requireNonNull(owners.remove(enrolment));
    part(HandingIn.class).complete(candidate, EnrolmentId.of(enrolment));
  }

  /** An evaluator's task. */
  record Asked(Nomination nomination, TaskView task) {}

  /** What the evaluator's link leads to. */
  Asked find(String enrolment, int evaluator) {
    Nomination one = part(Nominations.class).of(EnrolmentId.of(enrolment)).get(evaluator);
    return new Asked(one, part(AnsweringEvaluations.class).task(one));
  }

  /** The evaluator answers. */
  void evaluate(Asked asked) {
    requireDone(
        part(AnsweringEvaluations.class)
            .submit(
                asked.nomination().id(),
                asked.task().id(),
                UUID.randomUUID().toString(),
                Answers.raw("give-evaluation")));
  }

  private static void requireDone(CompletionResult result) {
    if (!result.done()) {
      throw new IllegalStateException("Refused: " + result.errors());
    }
  }
}
