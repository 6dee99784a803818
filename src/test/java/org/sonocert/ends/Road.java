package org.sonocert.ends;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.nodes.FormElement;
import org.sonocert.core.EnrolmentId;
import org.sonocert.demo.acting.DemoLots;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.enrolment.DecisionHolds;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.HoldKind;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.Role;
import org.sonocert.notification.RefusedDelivery;
import org.sonocert.payment.DemoDisputes;
import org.sonocert.payment.Payer;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One person's way to an end, through the pages of the product, and the days that pass. */
final class Road {
  private final ApplicationContext parts;
  private final String base;
  private final Walk walk;
  private final String first;
  private final String second;
  private final String third;

  /** A candidate with an account of their own, signed in, whose application is open. */
  Road(ApplicationContext parts, String base) {
    this.parts = parts;
    this.base = base;
    String name = "End" + UUID.randomUUID().toString().replace("-", "");
    walk = new Walk(base, name);
    first = "first-" + walk.email();
    second = "second-" + walk.email();
    third = "third-" + walk.email();
    OpeningAccounts opening = parts.getBean(OpeningAccounts.class);
    var person =
        new OpeningAccounts.Person(
            walk.email(), name, "Walker", Locale.ENGLISH, opening.hash(RealParts.PASSWORD), null);
    opening.open(person, Set.of(Role.CANDIDATE), "test").orElseThrow();
    walk.signIn().apply("LNG");
  }

  Road bought() {
    walk.fillInApplication().pay();
    return this;
  }

  /** Bought, and drawn by the lot for an audit of the attested cases. */
  Road boughtAndDrawn() {
    parts.getBean(DemoLots.class).tell(id(), 0);
    bought();
    await("the audit of " + id())
        .atMost(Duration.ofSeconds(60))
        .until(() -> parts.getBean(TaskInbox.class).find(id(), "send-case-log", null).isPresent());
    return this;
  }

  /** The candidate sends a log of two cases. */
  Road logSent() {
    walk.task(
        "log",
        Map.of(
            "caseLog",
            "2020-01-02, shortness of breath, self\n2020-02-03, chest pain, supervisor"));
    return this;
  }

  /** Staff say whether the log bears out what was attested. */
  Road logChecked(String confirmed) {
    staffAnswer(
        task("check-case-log"),
        Map.of("logConfirmed", confirmed, "logReason", "I have compared the log with the form."));
    return this;
  }

  /** The money that the programme owes is back. */
  Road moneyBack() {
    await("the money of " + id())
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                parts
                    .getBean(JdbcClient.class)
                    .sql(
                        "select 1 from owed_refund where enrolment_id = ? and given_back_at is not null")
                    .param(id().value())
                    .query(Integer.class)
                    .optional()
                    .isPresent());
    return this;
  }

  Road quoted() {
    walk.fillInApplication();
    return this;
  }

  Road described() {
    walk.describePractice();
    return this;
  }

  Road waiverAsked() {
    walk.describePractice().askForWaiver();
    return this;
  }

  Road attested(int cases) {
    walk.describePractice().showCertificate().attest(cases);
    return this;
  }

  Road withdrawn() {
    walk.withdraw();
    return this;
  }

  /** Staff refuse the waiver that the candidate asks for. */
  Road waiverRefused(String reason) {
    waiverAsked();
    String task =
        parts.getBean(TaskInbox.class).find(id(), "check-waiver", null).orElseThrow().id();
    staffAnswer(task, Map.of("waiverGranted", "no", "waiverReason", reason));
    return this;
  }

  private void staffAnswer(String task, Map<String, String> answers) {
    staffAnswer("manager1", task, answers);
  }

  private PlainBrowser staff(String name, String page) {
    PlainBrowser manager = new PlainBrowser(base);
    manager.open(page);
    return manager.send(
        "/login", Map.of("email", name + "@demo.example", "password", RealParts.PASSWORD));
  }

  private void staffAnswer(String name, String task, Map<String, String> answers) {
    PlainBrowser manager = staff(name, "/tasks/" + task);
    manager.open("/tasks/" + task).send("/claim", Map.of());
    FormElement form =
        (FormElement) manager.page().selectFirst("form[action$=/tasks/" + task + "]");
    manager.post(form.absUrl("action"), PlainBrowser.values(form, answers));
    if (manager.status() != 200) {
      throw new AssertionError(manager.status() + "\n" + manager.text());
    }
  }

  /** The candidate names two people, and both have their invitation. */
  Road named() {
    walk.nameEvaluators(first, second);
    return invited(first).invited(second);
  }

  /** The candidate asks a third person instead of the second. */
  Road replaced() {
    walk.replaceEvaluator("Egon Second", third);
    return invited(third);
  }

  private Road invited(String evaluator) {
    walk.link(evaluator, "/evaluate/");
    return this;
  }

  Road evaluated(String rating) {
    walk.evaluate(first, rating);
    return this;
  }

  Road evaluated(String firstRating, String secondRating) {
    walk.evaluate(first, firstRating).evaluate(second, secondRating);
    return this;
  }

  Road sittingBegun() {
    walk.prepareToSit().startSitting();
    return this;
  }

  Road passed() {
    sittingBegun();
    walk.sit(Walk.rightAnswers());
    return this;
  }

  Road failed() {
    sittingBegun();
    walk.sit(Map.of());
    return this;
  }

  /** The candidate cancels on the page of the enrolment. */
  Road cancelled() {
    walk.cancel();
    return this;
  }

  /** The candidate has the page of cancelling open, starts the assessment, and sends the page. */
  Road cancelledTooLate() {
    FormElement form =
        (FormElement)
            walk.candidate()
                .open("/me/" + id() + "/cancel")
                .page()
                .selectFirst("form[action$=/cancel]");
    sittingBegun();
    walk.candidate().post(form.absUrl("action"), PlainBrowser.values(form, Map.of()));
    return this;
  }

  /** Bought with money or a code for which this server has no provider. */
  Road boughtElsewhere(String provider) {
    quoted();
    Payer.of(parts.getAutowireCapableBeanFactory()).elsewhere(id(), provider);
    return this;
  }

  /** The provider does not give the money back, so that staff do. */
  Road paidBackByHand() {
    days(10);
    String task =
        parts.getBean(TaskInbox.class).find(id(), "pay-back-by-hand", null).orElseThrow().id();
    staffAnswer(task, Map.of("paybackReference", "BANK-77"));
    return this;
  }

  /** The candidate asks for help, and staff answer. */
  Road askedAndAnswered() {
    walk.askForHelp("something-else", "May I begin again with another product?");
    String task =
        parts
            .getBean(TaskInbox.class)
            .find(id(), "answer-support-request", null)
            .orElseThrow()
            .id();
    staffAnswer(task, Map.of("supportAnswer", "You may, on the day that your page names."));
    return this;
  }

  /** The candidate asks for more time, and whoever answers asks for days. */
  Road moreTimeAskedFor(int days) {
    walk.askForHelp("more-time", "I was ill for two weeks and could not scan.");
    staffAnswer(
        task("answer-support-request"),
        Map.of(
            "supportAnswer",
            "We have asked for more days; another person decides.",
            "moreDays",
            Integer.toString(days)));
    return this;
  }

  /** A manager asks for an extension on the enrolment's page. */
  Road extensionAskedFor(int days) {
    String page = "/programme/enrolments/" + id() + "/exception";
    PlainBrowser manager = staff("manager1", page);
    manager
        .open(page)
        .send(
            "/exception",
            Map.of("kind", "extension", "days", "" + days, "reason", "The hospital was flooded."));
    return this;
  }

  /** A second manager decides. */
  Road exceptionDecided(String granted) {
    staffAnswer(
        "manager2",
        task("decide-exception"),
        Map.of("exceptionGranted", granted, "exceptionReason", "I have read the reason."));
    return this;
  }

  /** The candidate gives up after the start, on the page that says what is lost. */
  Road withdrew() {
    walk.candidate()
        .open("/me/" + id() + "/withdrawal")
        .send("/withdrawal", Map.of("certain", "yes"));
    return this;
  }

  /** Somebody reports the candidate's death, and a member of staff confirms it. */
  Road deathReportedAndConfirmed() {
    walk.askForHelp("report-of-death", "I am the sister; he died on Sunday.");
    staffAnswer(
        task("confirm-report-of-death"),
        Map.of("deathConfirmed", "yes", "deathNote", "The hospital confirmed it by telephone."));
    return this;
  }

  /** A mail server refuses the candidate's only mailbox for good. */
  Road mailboxGone() {
    String letter =
        parts
            .getBean(JdbcClient.class)
            .sql("select occurrence from outbox where enrolment_id = ? and recipient = ?")
            .params(id().value(), walk.email())
            .query(String.class)
            .single();
    try {
      RefusedDelivery.of(letter, walk.email(), parts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Staff look for the candidate by other ways than mail. */
  Road lookedFor(String reached) {
    staffAnswer(
        task("reach-candidate"),
        Map.of("candidateReached", reached, "contactNote", "I called the ward twice."));
    return this;
  }

  /** The holder of the card disputes the payment at the demo's card company, and we hear of it. */
  Road disputed() {
    parts.getBean(DemoDisputes.class).open(charge());
    return heard("open");
  }

  /** The card company decides, and we hear of it. */
  Road decidedByCompany(String phase) {
    String dispute =
        parts
            .getBean(JdbcClient.class)
            .sql("select reference from demo_card_dispute where charge = ?")
            .param(charge())
            .query(String.class)
            .single();
    parts.getBean(DemoDisputes.class).decide(dispute, phase.equals("won"));
    return heard(phase);
  }

  private String charge() {
    return parts
        .getBean(JdbcClient.class)
        .sql("select reference from payment where enrolment_id = ?")
        .param(id().value())
        .query(String.class)
        .single();
  }

  private Road heard(String phase) {
    await("hearing of a dispute")
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                parts
                    .getBean(JdbcClient.class)
                    .sql("select 1 from card_dispute where enrolment_id = ? and phase = ?")
                    .params(id().value(), phase)
                    .query(Integer.class)
                    .optional()
                    .isPresent());
    return this;
  }

  /** A manager notes that evidence was sent to the card company. */
  Road disputeAnswered() {
    staffAnswer(
        task("answer-dispute"),
        Map.of("disputeAnswer", "evidence-sent", "disputeNote", "The receipt and the agreement."));
    return this;
  }

  /** An open question of that reference holds the decision. */
  Road held(String reference) {
    inOne(() -> holds().hold(id(), HoldKind.ATTESTATION_AUDIT, reference));
    return this;
  }

  /** The question is answered. */
  Road released(String reference) {
    inOne(() -> holds().release(id(), HoldKind.ATTESTATION_AUDIT, reference));
    return this;
  }

  private DecisionHolds holds() {
    return parts.getBean(DecisionHolds.class);
  }

  private void inOne(Runnable work) {
    parts.getBean(TransactionTemplate.class).executeWithoutResult(t -> work.run());
  }

  /** Waits until all evidence is in and the award waits for the answer. */
  Road deciding() {
    await("the decision of " + id())
        .atMost(Duration.ofSeconds(60))
        .until(() -> parts.getBean(Enrolments.class).get(id()).state() == EnrolmentState.DECIDING);
    return this;
  }

  private String task(String form) {
    return parts.getBean(TaskInbox.class).find(id(), form, null).orElseThrow().id();
  }

  Road days(int days) {
    parts.getBean(TimeMachine.class).advance(Duration.ofDays(days));
    return this;
  }

  /** Waits until the job that decides has run. */
  Road over() {
    Enrolments enrolments = parts.getBean(Enrolments.class);
    await("the end of " + id())
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> enrolments.get(id()).state().ended() && nothingRuns());
    return this;
  }

  /** Also the refund, which goes on until the money is back. */
  private boolean nothingRuns() {
    return parts
        .getBean(JdbcClient.class)
        .sql("select 1 from camunda.act_ru_execution where business_key_ = ? limit 1")
        .param(id().toString())
        .query(Integer.class)
        .optional()
        .isEmpty();
  }

  EnrolmentId id() {
    return EnrolmentId.of(walk.enrolment());
  }

  /** What the candidate reads on the enrolment's page. */
  String page() {
    return walk.candidate().open("/me/" + walk.enrolment()).text();
  }

  /** Who an address belongs to. */
  String who(String address) {
    return Map.of(walk.email(), "candidate", first, "first", second, "second", third, "third")
        .getOrDefault(address, address);
  }
}
