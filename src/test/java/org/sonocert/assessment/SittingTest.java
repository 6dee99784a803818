package org.sonocert.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.audit.Leaves;
import org.sonocert.audit.Recorded;
import org.sonocert.core.AccountId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RealParts
class SittingTest {
  @Autowired Enrolments enrolments;
  @Autowired Preparations preparations;
  @Autowired StartingSittings starting;
  @Autowired AnsweringItems answering;
  @Autowired RememberingPositions positions;
  @Autowired FinishingSittings finishing;
  @Autowired ScoringSittings scoring;
  @Autowired Sittings sittings;
  @Autowired TestForms forms;
  @Autowired Leaves leaves;
  @Autowired TransactionTemplate transaction;
  @Autowired ProgrammeClock clock;
  @Autowired AuditTrail audit;
  @Autowired JdbcClient db;

  SittingFixture people;

  @BeforeEach
  void people() {
    people = new SittingFixture(enrolments, preparations, starting, transaction, clock, db);
  }

  @Test
  void startingEndsTheRefundRightAndKeepsTheCutInForce() {
    var candidate = people.prepared(Duration.ofDays(80));
    assertThat(enrolments.get(candidate.enrolment()).startedAt()).isNull();
    starting.start(candidate.id(), candidate.enrolment(), Screen.of("1024x768"), false);
    assertThat(enrolments.get(candidate.enrolment()).startedAt()).isNotNull();
    Sitting sitting = sitting(candidate);
    assertThat(sitting.cutPercent()).isEqualTo(forms.get(sitting.form()).cutPercent());
    assertThat(lastLeaf(candidate).payload()).contains("assessment-started", "sitting-started");
  }

  @Test
  void aSecondStartChangesNothing() {
    var candidate = people.sitting();
    Sitting first = sitting(candidate);
    starting.start(candidate.id(), candidate.enrolment(), Screen.of("390x844"), false);
    assertThat(sitting(candidate)).isEqualTo(first);
  }

  @Test
  void nothingStartsWithoutAgreementAndReadinessCheck() {
    var candidate = people.bought(Duration.ofDays(80));
    refused("not-prepared", () -> start(candidate, "1280x800", false));
    assertThat(enrolments.get(candidate.enrolment()).startedAt()).isNull();
  }

  @Test
  void aPhoneDoesNotStartAndSayingOtherwiseIsRecorded() {
    var candidate = people.prepared(Duration.ofDays(80));
    refused("screen-too-small", () -> start(candidate, "390x844", false));
    assertThat(enrolments.get(candidate.enrolment()).startedAt()).isNull();
    start(candidate, "390x844", true);
    assertThat(lastLeaf(candidate).payload()).contains("390x844 anyway");
  }

  @Test
  void aStrangerFindsNothing() {
    var candidate = people.sitting();
    AccountId stranger = AccountId.create();
    refused(
        "not-found", () -> answering.answer(stranger, candidate.enrolment(), "x", List.of("a")));
    refused(
        "not-found",
        () -> start(new SittingFixture.Candidate(stranger, candidate.enrolment()), "", false));
    refused("not-found", () -> sittings.ownedBy(stranger, candidate.enrolment()));
    refused(
        "not-found",
        () -> remember(new SittingFixture.Candidate(stranger, candidate.enrolment()), 1, 2));
  }

  @Test
  void theSameAnswerAgainGetsTheFirstResultAndAnotherIsRefused() {
    var candidate = people.sitting();
    String item = next(candidate);
    assertThat(answer(candidate, item, "a").answered()).isEqualTo(1);
    long leavesBefore = leaves.of(candidate.enrolment()).size();
    assertThat(answer(candidate, item, "a").answered()).isEqualTo(1);
    refused("answered-before", () -> answer(candidate, item, "b"));
    assertThat(leaves.of(candidate.enrolment())).hasSize((int) leavesBefore);
    assertThat(sitting(candidate).answers().get(item)).containsExactly("a");
  }

  @Test
  void parallelAnswersHaveOneWinner() throws Exception {
    var candidate = people.sitting();
    String item = next(candidate);
    var pool = Executors.newFixedThreadPool(8);
    List<Callable<String>> tries =
        List.of("a", "b", "a", "b", "a", "b", "a", "b").stream()
            .map(option -> (Callable<String>) () -> tried(candidate, item, option))
            .toList();
    var told = pool.invokeAll(tries).stream().map(SittingTest::now).toList();
    pool.shutdown();
    assertThat(told).containsOnly("taken", "answered-before");
    assertThat(told.stream().filter("taken"::equals)).hasSize(4);
    assertThat(count("response", candidate)).isEqualTo(1);
  }

  @Test
  void questionsAreAnsweredInTheirOrder() {
    var candidate = people.sitting();
    List<String> items = forms.get(sitting(candidate).form()).itemIds();
    refused("not-open-yet", () -> answer(candidate, items.get(1), "a"));
    refused("not-found", () -> answer(candidate, "aaa-01-q1", "a"));
  }

  @Test
  void anAnswerAfterTheWindowsEndIsNotCounted() {
    var candidate = people.sitting();
    String item = next(candidate);
    endWindow(candidate);
    assertThatThrownBy(() -> answer(candidate, item, "a"))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("Your window ended on")
        .hasMessageContaining("your answer was not counted");
    assertThat(count("response", candidate)).isZero();
  }

  @Test
  void anAnswerThatCountedKeepsItsResultAfterTheWindowsEnd() {
    var candidate = people.sitting();
    String item = next(candidate);
    answer(candidate, item, "a");
    endWindow(candidate);
    assertThat(answer(candidate, item, "a").answered()).isEqualTo(1);
  }

  @Test
  void aPositionIsOneStatementAndNoFact() {
    var candidate = people.sitting();
    int before = leaves.of(candidate.enrolment()).size();
    assertThat(statements(() -> remember(candidate, 0, 12.5))).isEqualTo(1);
    remember(candidate, 0, 31.25);
    assertThat(sitting(candidate).position()).isEqualTo(new Sitting.Position(0, 31.25));
    assertThat(leaves.of(candidate.enrolment())).hasSize(before);
    refused("no-position", () -> remember(candidate, 0, -1));
  }

  @Test
  void anAnswerTakesAtMostEightStatements() {
    var candidate = people.sitting();
    String item = next(candidate);
    int statements = statements(() -> answer(candidate, item, "a"));
    System.out.println("Statements per answer: " + statements);
    assertThat(statements).isLessThanOrEqualTo(8);
  }

  @Test
  void aStoredAnswerCannotBeChangedByTheApplication() {
    var candidate = people.sitting();
    answer(candidate, next(candidate), "a");
    for (String sql :
        List.of(
            "update response set chosen = '{b}'",
            "delete from response",
            "update sitting set cut_percent = 1",
            "delete from sitting",
            "update item_key set correct = '{a}'",
            "delete from sitting_score",
            "update assessment_result set passed = true")) {
      assertThatThrownBy(() -> db.sql(sql).update())
          .as(sql)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void finishingIsRefusedWhileQuestionsAreOpen() {
    var candidate = people.sitting();
    answer(candidate, next(candidate), "a");
    refused("questions-open", () -> finish(candidate));
    answerAll(candidate);
    finish(candidate);
    assertThat(sitting(candidate).finished()).isTrue();
    refused("not-found", () -> remember(candidate, 0, 1));
  }

  @Test
  void theScoreComesFromTheStoredAnswersAndTheResultIsKeptWithItsReason() {
    var candidate = people.sitting();
    answerAll(candidate);
    finish(candidate);
    var scored = transaction.execute(s -> scoring.score(candidate.enrolment()));
    assertThat(scored.score().percent()).isEqualTo(100);
    assertThat(scored.cutPercent()).isEqualTo(70);
    transaction.executeWithoutResult(
        s -> scoring.record(candidate.enrolment(), true, 100, "Reached the cut", 1));
    var row =
        db.sql("select * from v_assessment_result where enrolment_id = ?")
            .param(candidate.enrolment().value())
            .query()
            .singleRow();
    assertThat(row)
        .containsEntry("passed", true)
        .containsEntry("reason", "Reached the cut")
        .doesNotContainKey("score_percent");
  }

  @Test
  void theAreasWithATestFormAreOpen() {
    assertThat(db.sql("select area from v_assessment_released_areas").query(String.class).list())
        .containsExactlyInAnyOrder("LNG", "AAA");
  }

  private void answerAll(SittingFixture.Candidate candidate) {
    TestForm form = forms.get(sitting(candidate).form());
    while (!sitting(candidate).progressIn(form).complete()) {
      String item = next(candidate);
      answering.answer(candidate.id(), candidate.enrolment(), item, people.right(item));
    }
  }

  private static String now(Future<String> told) {
    try {
      return told.get();
    } catch (Exception e) {
      return e.toString();
    }
  }

  private String tried(SittingFixture.Candidate candidate, String item, String option) {
    try {
      answer(candidate, item, option);
      return "taken";
    } catch (Rejected e) {
      return e.rejection().code();
    }
  }

  private void endWindow(SittingFixture.Candidate candidate) {
    Instant past = clock.now().minusSeconds(1);
    transaction.executeWithoutResult(
        s -> {
          db.sql("update enrolment set window_ends_at = ? where id = ?")
              .params(Timestamp.from(past), candidate.enrolment().value())
              .update();
          audit.note(candidate.enrolment(), new Change("window-moved-by-test", Map.of()));
        });
  }

  private Sitting sitting(SittingFixture.Candidate candidate) {
    return sittings.of(candidate.enrolment()).orElseThrow();
  }

  private String next(SittingFixture.Candidate candidate) {
    Sitting sitting = sitting(candidate);
    return sitting.progressIn(forms.get(sitting.form())).next().orElseThrow().id();
  }

  private void start(SittingFixture.Candidate candidate, String screen, boolean anyway) {
    starting.start(candidate.id(), candidate.enrolment(), Screen.of(screen), anyway);
  }

  private Progress answer(SittingFixture.Candidate candidate, String item, String option) {
    return answering.answer(candidate.id(), candidate.enrolment(), item, List.of(option));
  }

  private void remember(SittingFixture.Candidate candidate, int stage, double second) {
    positions.remember(candidate.id(), candidate.enrolment(), new Sitting.Position(stage, second));
  }

  private void finish(SittingFixture.Candidate candidate) {
    transaction.executeWithoutResult(s -> finishing.finish(candidate.id(), candidate.enrolment()));
  }

  private Recorded lastLeaf(SittingFixture.Candidate candidate) {
    List<Recorded> all = leaves.of(candidate.enrolment());
    return all.get(all.size() - 1);
  }

  private int count(String table, SittingFixture.Candidate candidate) {
    return db.sql("select count(*) from " + table + " where enrolment_id = ?")
        .param(candidate.enrolment().value())
        .query(Integer.class)
        .single();
  }

  private static int statements(Runnable action) {
    Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    ListAppender<ILoggingEvent> seen = new ListAppender<>();
    Level before = logger.getLevel();
    seen.start();
    logger.addAppender(seen);
    logger.setLevel(Level.DEBUG);
    try {
      action.run();
    } finally {
      logger.detachAppender(seen);
      logger.setLevel(before);
    }
    return (int)
        List.copyOf(seen.list).stream()
            .filter(e -> e.getThreadName().equals(Thread.currentThread().getName()))
            .filter(e -> e.getMessage().startsWith("Executing prepared SQL statement"))
            .count();
  }

  private static void refused(String code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.rejection().code()).isEqualTo(code));
  }
}
