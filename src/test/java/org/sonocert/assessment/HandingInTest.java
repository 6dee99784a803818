package org.sonocert.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.assessment.SittingFixture.Candidate;
import org.sonocert.assessment.workflow.HandingIn;
import org.sonocert.audit.Leaves;
import org.sonocert.audit.Recorded;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.engine.CompletingTasks;
import org.sonocert.engine.Completion;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.engine.ReleaseView;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskPages;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From the agreement to the result through the shipped diagram, on the real engine. */
@RealParts
class HandingInTest {
  private static final Map<String, List<String>> AGREED =
      Map.of("acceptAccuracy", List.of("true"), "acceptConfidentiality", List.of("true"));

  @Autowired Enrolments enrolments;
  @Autowired Preparations preparations;
  @Autowired StartingSittings starting;
  @Autowired AnsweringItems answering;
  @Autowired Sittings sittings;
  @Autowired TestForms forms;
  @Autowired HandingIn handingIn;
  @Autowired TimeMachine time;
  @Autowired CompletingTasks completing;
  @Autowired TaskInbox inbox;
  @Autowired ProcessSignals processes;
  @Autowired ReleaseView releases;
  @Autowired TaskPages pages;
  @Autowired Leaves leaves;
  @Autowired TransactionTemplate transaction;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;

  SittingFixture people;

  @BeforeEach
  void people() {
    people = new SittingFixture(enrolments, preparations, starting, transaction, clock, db);
  }

  @Test
  void aSittingWithAllRightAnswersPassesAndItsResultKeepsReasonAndRelease() {
    Candidate candidate = toThePlayer();
    assertThatThrownBy(() -> handingIn.complete(candidate.id(), candidate.enrolment()))
        .isInstanceOf(Rejected.class);
    assertThat(inbox.find(candidate.enrolment(), "sit-cases", null)).isPresent();
    starting.start(candidate.id(), candidate.enrolment(), Screen.of("1280x800"), false);
    answerAll(candidate, true);
    handIn(candidate);
    assertThat(result(candidate)).containsEntry("passed", true);
    assertThat(result(candidate).get("reason").toString()).contains("reached the pass mark");
    assertThat(inbox.of(candidate.enrolment())).isEmpty();
    assertThat(types(candidate)).contains("agreement-accepted", "readiness-checked");
  }

  @Test
  void aSittingWithWrongAnswersIsBelowTheStandard() {
    Candidate candidate = toThePlayer();
    starting.start(candidate.id(), candidate.enrolment(), Screen.of("1280x800"), false);
    answerAll(candidate, false);
    handIn(candidate);
    assertThat(result(candidate)).containsEntry("passed", false);
  }

  @Test
  void onlyMediaThatDoNotPlayAndCookiesHoldAnybodyBack() {
    Candidate candidate = people.bought(Duration.ofDays(80));
    open(candidate);
    complete(candidate, "accept-agreement", AGREED);
    Map<String, List<String>> silent = ready();
    silent.put("mediaPlayed", List.of("no"));
    assertThatThrownBy(() -> complete(candidate, "check-readiness", silent))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("The sample must play");
    Map<String, List<String>> noisy = ready();
    noisy.put("roomPrivate", List.of("no"));
    complete(candidate, "check-readiness", noisy);
    assertThat(
            db.sql("select warnings::text from readiness_check where enrolment_id = ?")
                .param(candidate.enrolment().value())
                .query(String.class)
                .single())
        .isEqualTo("{roomPrivate}");
  }

  @Test
  void theTasksLeadToTheirOwnPages() {
    Candidate candidate = toThePlayer();
    var task = inbox.find(candidate.enrolment(), "sit-cases", null).orElseThrow();
    assertThat(pages.of(task).ownPage(task)).isEqualTo("/sit/" + candidate.enrolment());
  }

  private void handIn(Candidate candidate) {
    handingIn.complete(candidate.id(), candidate.enrolment());
    time.advance(Duration.ZERO);
  }

  private Candidate toThePlayer() {
    Candidate candidate = people.bought(Duration.ofDays(80));
    open(candidate);
    complete(candidate, "accept-agreement", AGREED);
    complete(candidate, "check-readiness", ready());
    return candidate;
  }

  private void open(Candidate candidate) {
    long release = releases.inForce(clock.now()).number();
    transaction.executeWithoutResult(
        s -> processes.start(candidate.enrolment(), release, "case-assessment", Map.of()));
  }

  private void complete(Candidate candidate, String form, Map<String, List<String>> answers) {
    String task = inbox.find(candidate.enrolment(), form, null).orElseThrow().id();
    var done =
        completing.complete(
            new Completion(
                task,
                null,
                java.util.Set.of("candidate"),
                candidate.id(),
                form + ":" + task + answers.hashCode(),
                answers));
    assertThat(done.errors()).isEmpty();
  }

  private static Map<String, List<String>> ready() {
    Map<String, List<String>> points = new HashMap<>();
    for (String point :
        List.of(
            "cookiesEnabled",
            "mediaPlayed",
            "headphones",
            "screenLargeEnough",
            "connectionSteady",
            "roomPrivate")) {
      points.put(point, List.of("yes"));
    }
    return points;
  }

  private void answerAll(Candidate candidate, boolean right) {
    TestForm form = forms.get(sittings.of(candidate.enrolment()).orElseThrow().form());
    for (String item : form.itemIds()) {
      List<String> key = people.right(item);
      List<String> wrong =
          List.of(
              form.item(item).orElseThrow().options().stream()
                  .map(Item.Option::id)
                  .filter(id -> !key.contains(id))
                  .findFirst()
                  .orElseThrow());
      answering.answer(candidate.id(), candidate.enrolment(), item, right ? key : wrong);
    }
  }

  private Map<String, Object> result(Candidate candidate) {
    return db.sql("select * from v_assessment_result where enrolment_id = ?")
        .param(candidate.enrolment().value())
        .query()
        .singleRow();
  }

  private String types(Candidate candidate) {
    return String.join(
        " ", leaves.of(candidate.enrolment()).stream().map(Recorded::payload).toList());
  }
}
