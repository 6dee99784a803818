package org.sonocert.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.ClaimingTasks;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.enrolment.BusinessDays;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Role;
import org.sonocert.payment.Buyer;
import org.sonocert.payment.Payer;
import org.sonocert.support.workflow.AskingForHelp;
import org.sonocert.testing.AtOnce;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealParts
class SupportRequestTest {
  private static final String TEXT = "My name on the certificate should be Ana Maria.";
  private static final String ANSWER = "Done; it says Ana Maria now.";

  private Buyer buyer;
  private Payer payer;
  private AccountId candidate;
  private EnrolmentId id;
  private final String network = "test-" + UUID.randomUUID();
  @Autowired AskingForHelp asking;
  @Autowired SupportRequests requests;
  @Autowired Enrolments enrolments;
  @Autowired TaskInbox inbox;
  @Autowired ClaimingTasks claiming;
  @Autowired BusinessDays businessDays;
  @Autowired TimeMachine time;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;

  @BeforeEach
  void aCandidateWithAnApplication(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
    payer = Payer.of(parts);
    candidate = buyer.person(Role.CANDIDATE);
    id = buyer.open(candidate, "LNG");
  }

  @Test
  void aQuestionIsPromisedAnAnswerAndAnsweredByTheGroupOfTheTable() {
    UUID asked = ask(id, question());

    SupportRequest open = requests.get(id, asked);
    assertThat(open.open()).isTrue();
    assertThat(open.text()).isEqualTo(TEXT);
    assertThat(open.page()).isEqualTo("/me");
    assertThat(open.dueAt()).isBetween(due(open).minusSeconds(60), due(open).plusSeconds(60));
    TaskView task = task(asked);
    assertThat(task.group()).isEqualTo("programme-manager");
    assertThat(task.dueAt()).isEqualTo(open.dueAt());
    assertThat(mails()).containsExactly("support-received");

    answer(task);

    assertThat(requests.get(id, asked).answer()).isEqualTo(ANSWER);
    assertThat(mails()).containsExactly("support-received", "support-answered");
    assertThat(runningRequests()).isZero();
  }

  @Test
  void noWordOfItStandsInTheEngine() {
    answer(task(ask(id, question())));
    assertThat(
            db.sql("select count(*) from camunda.act_hi_varinst where text_ like '%Ana Maria%'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void anEnrolmentThatHasEndedCanBeAskedAboutAndAnswered() {
    buyer.finish(candidate, id);
    payer.card(candidate, id);
    time.advance(Duration.ofDays(91));
    assertThat(enrolments.get(id).state().ended()).isTrue();

    UUID asked = ask(id, question());
    answer(task(asked));

    assertThat(requests.get(id, asked).open()).isFalse();
    assertThat(mails()).endsWith("support-received", "support-answered");
  }

  @Test
  void aReminderDoesNotCallAnOpenRequestMissing() {
    buyer.finish(candidate, id);
    payer.card(candidate, id);
    ask(id, question());
    time.advance(Duration.ofDays(46));

    assertThat(
            db.sql("select model::text from outbox where enrolment_id = ? and kind = ?")
                .params(id.value(), "window-reminder")
                .query(String.class)
                .list())
        .isNotEmpty()
        .allMatch(model -> model.contains("your turn") && !model.contains("Answer the request"));
  }

  @Test
  void eachOfSeveralRequestsGetsItsOwnAnswer() {
    UUID first = ask(id, question());
    UUID second = ask(id, question());

    answer(task(second));

    assertThat(requests.get(id, first).open()).isTrue();
    assertThat(requests.get(id, second).open()).isFalse();
    assertThat(requests.of(id)).extracting(SupportRequest::id).containsExactly(first, second);
  }

  @Test
  void theSameFormSentManyTimesIsOneRequest() throws Exception {
    Question same = question();
    AtOnce.all(
        IntStream.range(0, 6).mapToObj(n -> (AtOnce.Work<UUID>) () -> ask(id, same)).toList());

    assertThat(requests.of(id)).hasSize(1);
    assertThat(mails()).containsExactly("support-received");
  }

  @Test
  void fiveMayBeOpenAndTheNextWaitsForAnAnswer() {
    UUID first = ask(id, question());
    for (int more = 0; more < 4; more++) {
      ask(id, question());
    }
    assertThat(refused(candidate, id, question()).code()).isEqualTo("too-many-open");

    answer(task(first));
    ask(id, question());
    assertThat(requests.of(id)).hasSize(6);
  }

  @Test
  void whoAsksTooOftenInAShortTimeWaits() {
    for (int tries = 0; tries < 5; tries++) {
      ask(id, question());
    }
    for (int tries = 0; tries < 5; tries++) {
      refused(candidate, id, question());
    }
    assertThat(refused(candidate, id, question()).kind()).isEqualTo(Rejection.Kind.TOO_MANY);
  }

  @Test
  void nobodyAsksAboutWhatIsNotTheirsOrTakesAnothersRequest() {
    AccountId stranger = buyer.person(Role.CANDIDATE);
    Question asked = question();
    ask(id, asked);
    EnrolmentId own = buyer.open(stranger, "LNG");

    assertThat(refused(stranger, id, question()).kind()).isEqualTo(Rejection.Kind.NOT_FOUND);
    assertThat(refused(stranger, own, asked).kind()).isEqualTo(Rejection.Kind.NOT_FOUND);
    assertThat(requests.of(own)).isEmpty();
    assertThat(requests.of(id)).hasSize(1);
  }

  private java.time.Instant due(SupportRequest request) {
    return businessDays.after(request.askedAt(), 2);
  }

  private static Question question() {
    return Question.of(
        UUID.randomUUID().toString(), "name-on-certificate", TEXT, "/me", "A browser/1.0");
  }

  private UUID ask(EnrolmentId about, Question question) {
    return asking.ask(candidate, about, question, network);
  }

  private Rejection refused(AccountId who, EnrolmentId about, Question question) {
    Rejection[] rejection = new Rejection[1];
    assertThatThrownBy(() -> asking.ask(who, about, question, network))
        .isInstanceOfSatisfying(Rejected.class, r -> rejection[0] = r.rejection());
    return rejection[0];
  }

  private TaskView task(UUID request) {
    return inbox.find(id, "answer-support-request", request.toString()).orElseThrow();
  }

  private void answer(TaskView task) {
    AccountId manager = buyer.person(Role.PROGRAMME_MANAGER);
    claiming.claim(task.id(), manager, Set.of("programme-manager"));
    buyer.answer(manager, null, task, Map.of("supportAnswer", ANSWER));
  }

  private int runningRequests() {
    return db.sql(
            "select count(*) from camunda.act_hi_procinst where business_key_ = ?"
                + " and proc_def_key_ = 'support-request' and end_time_ is null")
        .param(id.toString())
        .query(Integer.class)
        .single();
  }

  private List<String> mails() {
    return db.sql(
            "select kind from outbox where enrolment_id = ? and kind like 'support-%'"
                + " order by kind desc")
        .param(id.value())
        .query(String.class)
        .list();
  }
}
