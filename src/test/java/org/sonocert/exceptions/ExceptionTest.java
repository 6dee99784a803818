package org.sonocert.exceptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.CaseView;
import org.sonocert.engine.ClaimingTasks;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.engine.WindowTimers;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.exceptions.workflow.ExceptionProcess;
import org.sonocert.identity.Role;
import org.sonocert.payment.Buyer;
import org.sonocert.payment.Payer;
import org.sonocert.testing.AtOnce;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealParts
class ExceptionTest {
  private static final Set<String> MANAGERS = Set.of("programme-manager");
  private static final String REASON = "The ward was closed for two weeks.";

  private Buyer buyer;
  private Payer payer;
  private AccountId candidate;
  private AccountId first;
  private AccountId second;
  private EnrolmentId id;
  @Autowired ExceptionProcess process;
  @Autowired WindowExceptions exceptions;
  @Autowired Enrolments enrolments;
  @Autowired WindowTimers timers;
  @Autowired CaseView cases;
  @Autowired TaskInbox inbox;
  @Autowired ClaimingTasks claiming;
  @Autowired TimeMachine time;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;

  @BeforeEach
  void anEnrolmentAndTwoManagers(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
    payer = Payer.of(parts);
    candidate = buyer.person(Role.CANDIDATE);
    first = buyer.person(Role.PROGRAMME_MANAGER);
    second = buyer.person(Role.PROGRAMME_MANAGER);
    id = buyer.open(candidate, "LNG");
  }

  private Instant bought() {
    buyer.finish(candidate, id);
    payer.card(candidate, id);
    return enrolments.get(id).windowEnd();
  }

  @Test
  void grantedDaysMoveTheEndTheTimerAndTheRemindersInOneStep() {
    Instant end = bought();
    Instant half = due("Event_HalfWindowPassed");
    process.ask(first, id, days(7));
    TaskView task = task();
    assertThat(task.group()).isEqualTo("programme-manager");

    decide(second, task, "yes");

    assertThat(enrolments.get(id).windowEnd()).isEqualTo(end.plus(Duration.ofDays(7)));
    assertThat(due("Event_HalfWindowPassed")).isCloseTo(half.plus(Duration.ofHours(84)), within());
    assertTimerIsTheStoredEnd();
    assertThat(mails()).containsExactly("window-moved");
    assertEachEndIsReckonedFromItsLedger();
  }

  @Test
  void aReminderThatIsStillToComeMovesWithTheEndAndTheLadderGoesOnFromIt() {
    Instant end = bought();
    time.advance(Duration.ofDays(61));
    Instant next = due("Event_ReminderDue");
    assertThat(next).isCloseTo(end.minus(Duration.ofDays(14)), within());

    process.ask(first, id, days(10));
    decide(second, task(), "yes");

    assertThat(due("Event_ReminderDue")).isCloseTo(end.minus(Duration.ofDays(4)), within());
    time.advance(Duration.ofDays(26));
    assertThat(due("Event_ReminderDue")).isCloseTo(end.plus(Duration.ofDays(3)), within());
    assertTimerIsTheStoredEnd();
  }

  @Test
  void daysAddedAfterTheLastReminderBringRemindersBack() {
    Instant end = bought();
    time.advance(Duration.ofDays(89).plusHours(2));
    process.ask(first, id, days(20));
    decide(second, task(), "yes");

    assertThat(due("Event_ReminderDue")).isCloseTo(end.plus(Duration.ofDays(6)), within());
    time.advance(Duration.ofDays(2));
    assertThat(enrolments.get(id).state().ended()).isFalse();
    time.advance(Duration.ofDays(19));
    assertThat(enrolments.get(id).state().ended()).isTrue();
    assertThat(enrolments.get(id).endedAt()).isEqualTo(end.plus(Duration.ofDays(20)));
  }

  @Test
  void nobodyDecidesOnARequestOfTheirOwnHoweverTheySendIt() {
    Instant end = bought();
    process.ask(first, id, days(7));
    TaskView task = task();

    assertThat(refusal(() -> decide(first, task, "yes")).code()).isEqualTo("own-exception");
    assertThat(enrolments.get(id).windowEnd()).isEqualTo(end);
    assertThat(exceptions.of(id)).allMatch(WindowException::open);

    claiming.release(task.id(), first, MANAGERS);
    decide(second, task, "no");
    assertThat(enrolments.get(id).windowEnd()).isEqualTo(end);
    assertThat(mails()).isEmpty();
  }

  @Test
  void ofTwoManagersAtTheSameInstantOneDecidesAndTheOtherReadsWhoWasFaster() throws Exception {
    Instant end = bought();
    process.ask(first, id, days(7));
    TaskView task = task();
    AccountId third = buyer.person(Role.PROGRAMME_MANAGER);
    List<AtOnce.Work<String>> both = new ArrayList<>();
    for (AccountId manager : List.of(second, third)) {
      both.add(() -> said(() -> decide(manager, task, "yes")));
    }

    List<String> answers = AtOnce.all(both);

    assertThat(answers).filteredOn("done"::equals).hasSize(1);
    assertThat(answers)
        .filteredOn(said -> !said.equals("done"))
        .singleElement()
        .satisfies(said -> assertThat(said).contains("Ana Test"));
    assertThat(enrolments.get(id).windowEnd()).isEqualTo(end.plus(Duration.ofDays(7)));
    assertThat(said(() -> decide(third, task, "yes"))).contains("Ana Test");
  }

  @Test
  void theTableSaysHowManyDaysAnEnrolmentMayGetAndIsAskedAgainAtTheDecision() {
    bought();
    assertThat(refusal(() -> process.ask(first, id, days(31))).code()).isEqualTo("too-many-days");
    process.ask(first, id, days(20));
    process.ask(first, id, days(15));
    decide(second, tasks().get(0), "yes");

    TaskView other = tasks().get(0);
    assertThat(refusal(() -> decide(second, other, "yes")).code()).isEqualTo("too-many-days");
    assertEachEndIsReckonedFromItsLedger();
  }

  @Test
  void timeThatTheProgrammeTookIsGivenBackOnceToTheSecond() {
    Instant end = bought();
    time.advance(Duration.ofDays(5));
    Instant until = clock.now().truncatedTo(ChronoUnit.SECONDS);
    Instant from = until.minus(Duration.ofHours(30));
    process.ask(first, id, Wish.held(UUID.randomUUID(), from, until, REASON));
    decide(second, task(), "yes");

    assertThat(enrolments.get(id).windowEnd()).isEqualTo(end.plus(Duration.ofHours(30)));
    assertTimerIsTheStoredEnd();
    Wish again = Wish.held(UUID.randomUUID(), from.minusSeconds(60), from.plusSeconds(1), REASON);
    assertThat(refusal(() -> process.ask(first, id, again)).code()).isEqualTo("held-twice");
    Wish ahead = Wish.held(UUID.randomUUID(), until, until.plus(Duration.ofDays(9)), REASON);
    assertThat(refusal(() -> process.ask(first, id, ahead)).code()).isEqualTo("held-outside");
  }

  @Test
  void whenTheWindowIsOverNothingIsAddedAndWhatWasOpenLapses() {
    bought();
    process.ask(first, id, days(7));
    TaskView task = task();
    time.advance(Duration.ofDays(91));

    assertThat(refusal(() -> process.ask(first, id, days(1))).code()).isEqualTo("window-over");
    assertThat(refusal(() -> decide(second, task, "yes")).kind())
        .isIn(Rejection.Kind.NOT_FOUND, Rejection.Kind.GONE);
    assertThat(exceptions.of(id))
        .extracting(one -> one.decision().outcome())
        .containsExactly(WindowException.Outcome.LAPSED);
    assertThat(tasks()).isEmpty();
  }

  @Test
  void anAccommodationBeforeThePurchaseCountsFromIt() {
    process.askForSelf(candidate, id, accommodation(15));
    assertThat(refusal(() -> process.askForSelf(candidate, id, accommodation(9))).code())
        .isEqualTo("exception-open");
    assertThat(refusal(() -> process.ask(first, id, days(3))).code()).isEqualTo("no-window-yet");
    decide(second, task(), "yes");
    assertThat(mails()).containsExactly("days-kept");

    Instant end = bought();

    Instant from = enrolments.get(id).purchasedAt();
    assertThat(end).isEqualTo(from.plus(Duration.ofDays(105)));
    assertTimerIsTheStoredEnd();
    assertEachEndIsReckonedFromItsLedger();
  }

  @Test
  void aCandidateAsksForAccommodationOnlyAndOnlyForThemselves() {
    AccountId stranger = buyer.person(Role.CANDIDATE);
    assertThat(refusal(() -> process.askForSelf(stranger, id, accommodation(5))).kind())
        .isEqualTo(Rejection.Kind.NOT_FOUND);
    assertThat(refusal(() -> process.askForSelf(candidate, id, days(5))).code())
        .isEqualTo("not-yours-to-ask");
  }

  @Test
  void theSameFormSentManyTimesAsksOnce() throws Exception {
    bought();
    Wish same = days(3);
    AtOnce.all(
        6,
        () -> {
          process.ask(first, id, same);
          return same;
        });
    assertThat(exceptions.of(id)).hasSize(1);
    assertThat(tasks()).hasSize(1);
  }

  @Test
  void neitherTheLedgerNorADecisionCanBeChanged() {
    bought();
    process.ask(first, id, days(3));
    decide(second, task(), "yes");
    for (String table : List.of("window_entry", "window_exception", "window_exception_decision")) {
      assertThatThrownBy(
              () ->
                  db.sql("delete from " + table + " where enrolment_id = ?")
                      .param(id.value())
                      .update())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  /** INV-05, over everything in the database. */
  private void assertEachEndIsReckonedFromItsLedger() {
    assertThat(
            db.sql(
                    """
                    select e.id from enrolment e join rules_receipt r on r.enrolment_id = e.id
                     where e.window_ends_at <> e.purchased_at
                           + make_interval(secs => r.window_seconds + coalesce(
                               (select sum(w.seconds) from window_entry w
                                 where w.enrolment_id = e.id), 0))
                       and r.rules <> 'rules'
                    union all
                    select enrolment_id from window_entry
                     where approved_by is null or approved_by = requested_by
                    """)
                .query(UUID.class)
                .list())
        .isEmpty();
  }

  private void assertTimerIsTheStoredEnd() {
    assertThat(timers.due(id))
        .singleElement()
        .satisfies(
            due ->
                assertThat(due)
                    .isEqualTo(enrolments.get(id).windowEnd().truncatedTo(ChronoUnit.MILLIS)));
  }

  private static org.assertj.core.data.TemporalUnitOffset within() {
    return org.assertj.core.api.Assertions.within(2, ChronoUnit.MINUTES);
  }

  private Instant due(String node) {
    return cases.timers(id).stream()
        .filter(timer -> timer.node().equals(node))
        .map(CaseView.Timer::due)
        .findFirst()
        .orElseThrow(() -> new AssertionError(node + " is not due: " + cases.timers(id)));
  }

  private static Wish days(int days) {
    return Wish.days(UUID.randomUUID(), ExceptionKind.EXTENSION, Integer.toString(days), REASON);
  }

  private static Wish accommodation(int days) {
    return Wish.days(
        UUID.randomUUID(), ExceptionKind.ACCOMMODATION, Integer.toString(days), REASON);
  }

  private List<TaskView> tasks() {
    return inbox.of(id).stream().filter(t -> t.form().equals("decide-exception")).toList();
  }

  private TaskView task() {
    return tasks().get(0);
  }

  private void decide(AccountId manager, TaskView task, String granted) {
    claiming.claim(task.id(), manager, MANAGERS);
    buyer.answer(
        manager,
        null,
        task,
        Map.of("exceptionGranted", granted, "exceptionReason", "I have read the reason."));
  }

  private static String said(Runnable work) {
    try {
      work.run();
      return "done";
    } catch (Rejected refused) {
      return refused.rejection().reason();
    }
  }

  private static Rejection refusal(Runnable work) {
    Rejection[] rejection = new Rejection[1];
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(Rejected.class, r -> rejection[0] = r.rejection());
    return rejection[0];
  }

  private List<String> mails() {
    return db.sql(
            "select kind from outbox where enrolment_id = ? and kind in"
                + " ('window-moved', 'days-kept', 'days-refused') order by kind")
        .param(id.value())
        .query(String.class)
        .list();
  }
}
