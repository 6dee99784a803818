package org.sonocert.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.assessment.AnsweringItems;
import org.sonocert.assessment.Preparations;
import org.sonocert.assessment.SittingFixture;
import org.sonocert.assessment.SittingFixture.Candidate;
import org.sonocert.assessment.StartingSittings;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.SignedIn;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/**
 * Cases and questions are seen by whoever sits them, while they sit, and no further than they are.
 */
@RealParts
class ExposedCasesTest {
  private static final String FIRST = "/media/lng-01/1/lng-01-encounter.m4a";
  private static final String CLIP = "/media/lng-01/1/lng-01-right.mp4";
  private static final String CAPTIONS_AHEAD = "/media/lng-02/1/encounter.vtt";

  @Autowired WebApplicationContext context;
  @Autowired Enrolments enrolments;
  @Autowired AnsweringItems answering;
  @Autowired TransactionTemplate transaction;
  @Autowired ProgrammeClock clock;
  @Autowired AuditTrail audit;
  @Autowired JdbcClient db;

  SittingFixture people;
  MockMvc browser;
  Candidate candidate;

  @BeforeEach
  void sitting(@Autowired Preparations preparations, @Autowired StartingSittings starting) {
    people = new SittingFixture(enrolments, preparations, starting, transaction, clock, db);
    browser = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    candidate = people.sitting();
  }

  @Test
  void mediaOfStagesAndCasesAheadAreNotShown() throws Exception {
    assertThat(seen(FIRST).getStatus()).isEqualTo(200);
    for (String ahead : List.of(CLIP, CAPTIONS_AHEAD)) {
      MockHttpServletResponse refused = seen(ahead);
      assertThat(refused.getStatus()).as(ahead).isEqualTo(409);
      assertThat(refused.getContentAsString()).contains("Another question comes first.");
    }
    answer("lng-01-q1");
    assertThat(seen(CLIP).getStatus()).isEqualTo(200);
    answer("lng-01-q2", "lng-01-q3", "lng-01-q4");
    assertThat(seen(CAPTIONS_AHEAD).getStatus()).isEqualTo(200);
    answer("lng-02-q1");
    assertThat(seen(FIRST).getStatus()).isEqualTo(410);
  }

  @Test
  void nothingIsShownAfterTheWindowsEndWhetherOrNotItsTimerHasRun() throws Exception {
    Instant end = clock.now().minusSeconds(1);
    inOne(
        () ->
            db.sql("update enrolment set window_ends_at = ? where id = ?")
                .params(Timestamp.from(end), candidate.enrolment().value())
                .update());
    for (String page : List.of(sit(""), sit("?stage=0"), sit("/state"), FIRST)) {
      MockHttpServletResponse refused = seen(page);
      assertThat(refused.getStatus()).as(page).isEqualTo(410);
      assertThat(refused.getContentAsString())
          .contains("Your window ended on", "the cases are not shown any more")
          .doesNotContain("lng-01-q1");
    }
  }

  @Test
  void nothingIsShownOnceTheEnrolmentIsOver() throws Exception {
    inOne(
        () ->
            enrolments.end(
                candidate.enrolment(), EnrolmentState.CANCELLED, clock.now(), "Cancelled."));
    for (String page : List.of(sit(""), sit("/state"), FIRST)) {
      assertThat(seen(page).getStatus()).as(page).isEqualTo(410);
    }
  }

  @Test
  void nothingButThatItIsInIsShownOfASittingThatWasHandedIn() throws Exception {
    inOne(
        () ->
            db.sql("update sitting set finished_at = started_at where enrolment_id = ?")
                .param(candidate.enrolment().value())
                .update());
    for (String page : List.of(sit("/state"), FIRST)) {
      MockHttpServletResponse refused = seen(page);
      assertThat(refused.getStatus()).as(page).isEqualTo(410);
      assertThat(refused.getContentAsString()).contains("You have handed in this assessment");
    }
    for (String page : List.of(sit(""), sit("?stage=0"))) {
      MockHttpServletResponse done = seen(page);
      assertThat(done.getStatus()).isEqualTo(200);
      assertThat(done.getContentAsString())
          .doesNotContain("lng-01-q1", "<audio", "name=\"chosen\"");
    }
  }

  private void answer(String... items) {
    for (String item : items) {
      answering.answer(candidate.id(), candidate.enrolment(), item, people.right(item));
    }
  }

  private void inOne(Runnable work) {
    transaction.executeWithoutResult(
        t -> {
          work.run();
          audit.note(candidate.enrolment(), new Change("prepared-by-test", Map.of()));
        });
  }

  private String sit(String rest) {
    return "/sit/" + candidate.enrolment() + rest;
  }

  private MockHttpServletResponse seen(String path) throws Exception {
    var person = new SignedIn(candidate.id().value(), "Ana Lee", Set.of("candidate"), 0);
    var token = new UsernamePasswordAuthenticationToken(person, null, List.of());
    return browser
        .perform(get(path).accept(MediaType.TEXT_HTML, MediaType.ALL).with(authentication(token)))
        .andReturn()
        .getResponse();
  }
}
