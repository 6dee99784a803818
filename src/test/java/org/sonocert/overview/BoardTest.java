package org.sonocert.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.exceptions.ExceptionKind;
import org.sonocert.exceptions.Wish;
import org.sonocert.exceptions.workflow.ExceptionProcess;
import org.sonocert.identity.Role;
import org.sonocert.overview.BoardFilter.Turn;
import org.sonocert.payment.Buyer;
import org.sonocert.payment.Payer;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RealParts
class BoardTest {
  private Buyer buyer;
  private Payer payer;
  private AccountId candidate;
  private EnrolmentId id;
  @Autowired RunningOut runningOut;
  @Autowired StaffWork work;
  @Autowired Months months;
  @Autowired EnrolmentFile files;
  @Autowired ExceptionProcess process;
  @Autowired TimeMachine time;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;
  @Autowired PlatformTransactionManager transactions;

  @BeforeEach
  void anEnrolment(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
    payer = Payer.of(parts);
    candidate = buyer.person(Role.CANDIDATE);
    id = buyer.quoted(candidate, "LNG");
    payer.card(candidate, id);
  }

  @Test
  void aWindowThatEndsThisWeekStandsThereWithWhomItWaitsForAndNoOther() {
    assertThat(line("7", "")).isEmpty();
    assertThat(line("0", "")).isNotEmpty();
    time.advance(Duration.ofDays(85));

    RunningOut.Line line = line("7", "").get(0);
    assertThat(line.daysLeft()).isEqualTo(5);
    assertThat(line.waitsFor()).isEqualTo("candidate");
    assertThat(line.blockers()).extracting(t -> t.name()).contains("Name two evaluators");
    assertThat(line("7", "evaluator")).isEmpty();
    assertThat(line("7", "candidate")).hasSize(1);

    time.advance(Duration.ofDays(6));
    assertThat(line("7", "")).isEmpty();
  }

  @Test
  void whatRunsBesideTheWayIsNobodysTurnOnTheBoard() {
    time.advance(Duration.ofDays(85));
    ask();
    assertThat(line("7", "").get(0).blockers())
        .noneMatch(task -> task.process().equals("exception-request"));
    assertThat(line("7", "programme")).isEmpty();
    assertThat(work.exceptions())
        .filteredOn(waiting -> waiting.enrolment().equals(id))
        .singleElement()
        .satisfies(waiting -> assertThat(waiting.days()).isEqualTo(3));
  }

  @Test
  void tasksOfOurGroupsAreCountedByAge() {
    ask();
    StaffWork.Group before = group();
    time.advance(Duration.ofDays(3));

    StaffWork.Group after = group();
    assertThat(after.middle()).isPositive();
    assertThat(after.overdue()).isGreaterThanOrEqualTo(before.overdue());
    assertThat(after.young() + after.middle() + after.old()).isEqualTo(after.all());
  }

  @Test
  void theYearCountsEachStepInItsMonth() {
    Map<String, Integer> now = months.way("LNG").get(Months.SHOWN - 1).counts();
    assertThat(now.keySet()).containsExactlyElementsOf(months.steps());
    assertThat(now.get("begun")).isPositive();
    assertThat(now.get("eligible")).isPositive();
    assertThat(now.get("paid")).isPositive();

    EnrolmentId another = buyer.quoted(buyer.person(Role.CANDIDATE), "LNG");
    Map<String, Integer> later = months.way("LNG").get(Months.SHOWN - 1).counts();
    assertThat(later.get("begun")).isEqualTo(now.get("begun") + 1);
    assertThat(later.get("eligible")).isEqualTo(now.get("eligible") + 1);
    assertThat(later.get("paid")).isEqualTo(now.get("paid"));
    assertThat(months.way("CAR").get(Months.SHOWN - 1).counts().get("begun")).isZero();
    assertThat(another).isNotEqualTo(id);
  }

  @Test
  void outcomesAreCountedByMonthAndProduct() {
    time.advance(Duration.ofDays(91));
    assertThat(months.outcomes("LNG"))
        .anyMatch(outcome -> outcome.state().equals("window-ended") && outcome.count() > 0);
    assertThat(months.outcomes("CAR")).isEmpty();
  }

  @Test
  void theFileOfAnEnrolmentHoldsWhatHappenedToIt() {
    ask();
    EnrolmentFile.Whole file = files.read(id);
    assertThat(file.waitsFor()).isEqualTo("candidate");
    assertThat(file.daysLeft()).isEqualTo(90);
    assertThat(file.exceptions()).hasSize(1);
    assertThat(file.ledger()).isEmpty();
    assertThat(file.open()).anyMatch(task -> task.process().equals("exception-request"));
  }

  @ParameterizedTest
  @EnumSource(Turn.class)
  void theListWalksAlongTheIndexOfEndsAndSortsNothing(Turn turn) {
    BoardFilter filter = new BoardFilter(7, turn, "", 1);
    List<String> plan =
        plan(RunningOut.statement(filter), Map.of("beside", new String[] {"refund"}));
    assertThat(plan).anyMatch(line -> line.contains("enrolment_window"));
    assertThat(plan).noneMatch(line -> line.contains("Seq Scan on enrolment"));
    assertThat(plan).noneMatch(line -> line.contains("Sort"));
    assertThat(plan).noneMatch(line -> line.contains("act_hi_"));
  }

  @Test
  void theYearIsCountedAlongIndexesOfDates() {
    List<String> funnel = plan(Months.funnel(), Map.of());
    for (String index :
        List.of(
            "enrolment_opened",
            "eligibility_first_gathered",
            "enrolment_purchased",
            "enrolment_started",
            "peer_result_decided",
            "enrolment_ended")) {
      assertThat(funnel).anyMatch(line -> line.contains(index));
    }
    assertThat(plan(Months.OUTCOMES, Map.of())).anyMatch(line -> line.contains("enrolment_ended"));
  }

  @Test
  void whatWaitsForUsIsReadFromOpenTasksOnly() {
    for (String question : List.of(StaffWork.TASKS, StaffWork.EXCEPTIONS)) {
      List<String> plan = plan(question, Map.of("staff", StaffWork.staff()));
      assertThat(plan).noneMatch(line -> line.contains("act_hi_"));
      assertThat(plan)
          .noneMatch(line -> line.matches(".*Seq Scan on (enrolment|window_exception).*"));
    }
  }

  /** The plan when a table is too long to be read whole, which those of a test are not. */
  private List<String> plan(String sql, Map<String, Object> more) {
    return new TransactionTemplate(transactions)
        .execute(
            status -> {
              db.sql("set local enable_seqscan = off").update();
              db.sql("set local plan_cache_mode = force_custom_plan").update();
              Instant now = clock.now();
              Map<String, Object> all =
                  new java.util.HashMap<>(
                      Map.of(
                          "since", Timestamp.from(now.minus(Duration.ofDays(360))),
                          "until", Timestamp.from(now.plus(Duration.ofDays(7))),
                          "now", Timestamp.from(now),
                          "day", Timestamp.from(now),
                          "week", Timestamp.from(now),
                          "product", "",
                          "skipped", 0));
              all.putAll(more);
              var asked = db.sql("explain " + sql);
              for (var named : all.entrySet()) {
                if (sql.contains(":" + named.getKey())) {
                  asked = asked.param(named.getKey(), named.getValue());
                }
              }
              return asked.query(String.class).list();
            });
  }

  private List<RunningOut.Line> line(String within, String turn) {
    return Stream.iterate(1, page -> page + 1)
        .map(page -> runningOut.page(BoardFilter.of(within, turn, "LNG", page.toString())))
        .takeWhile(listed -> !listed.lines().isEmpty())
        .flatMap(listed -> listed.lines().stream())
        .filter(line -> line.enrolment().equals(id))
        .toList();
  }

  private StaffWork.Group group() {
    return work.groups().stream()
        .filter(g -> g.group().equals("programme-manager"))
        .findFirst()
        .orElseThrow();
  }

  private void ask() {
    process.ask(
        buyer.person(Role.PROGRAMME_MANAGER),
        id,
        Wish.days(UUID.randomUUID(), ExceptionKind.EXTENSION, "3", "A strike closed the ward."));
  }
}
