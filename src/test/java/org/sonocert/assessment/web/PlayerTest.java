package org.sonocert.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.assessment.Preparations;
import org.sonocert.assessment.Sitting;
import org.sonocert.assessment.SittingFixture;
import org.sonocert.assessment.SittingFixture.Candidate;
import org.sonocert.assessment.Sittings;
import org.sonocert.assessment.StartingSittings;
import org.sonocert.assessment.TestForms;
import org.sonocert.core.AccountId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.CompletingTasks;
import org.sonocert.engine.Completion;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.engine.ReleaseView;
import org.sonocert.engine.TaskInbox;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.SignedIn;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@RealParts
class PlayerTest {
  @Autowired WebApplicationContext context;
  @Autowired Enrolments enrolments;
  @Autowired Preparations preparations;
  @Autowired StartingSittings starting;
  @Autowired Sittings sittings;
  @Autowired TestForms forms;
  @Autowired ProcessSignals processes;
  @Autowired ReleaseView releases;
  @Autowired TaskInbox inbox;
  @Autowired CompletingTasks completing;
  @Autowired TransactionTemplate transaction;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;

  SittingFixture people;
  MockMvc browser;

  @BeforeEach
  void open() {
    people = new SittingFixture(enrolments, preparations, starting, transaction, clock, db);
    browser = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
  }

  @Test
  void theStartPageSaysWhatStartingCostsAndItsGetStartsNothing() throws Exception {
    var candidate = people.prepared(Duration.ofDays(80));
    String page = body(as(candidate.id(), get(sit(candidate))));
    assertThat(page).contains("Starting ends your right to a refund.");
    assertThat(enrolments.get(candidate.enrolment()).startedAt()).isNull();
    var started = as(candidate.id(), post(sit(candidate) + "/start").param("screen", "1280x800"));
    assertThat(started.getStatus()).isEqualTo(302);
    assertThat(enrolments.get(candidate.enrolment()).startedAt()).isNotNull();
  }

  @Test
  void theReadinessCheckShowsTheSampleThatItAsksAbout() throws Exception {
    var candidate = people.bought(Duration.ofDays(80));
    long release = releases.inForce(clock.now()).number();
    transaction.executeWithoutResult(
        s -> processes.start(candidate.enrolment(), release, "case-assessment", Map.of()));
    String check = sit(candidate) + "/check";
    assertThat(as(candidate.id(), get(check)).getRedirectedUrl())
        .isEqualTo("/me/" + candidate.enrolment());
    String task = inbox.find(candidate.enrolment(), "accept-agreement", null).orElseThrow().id();
    var agreed =
        Map.of("acceptAccuracy", List.of("true"), "acceptConfidentiality", List.of("true"));
    completing.complete(
        new Completion(
            task, null, java.util.Set.of("candidate"), candidate.id(), "agree:" + task, agreed));
    assertThat(body(as(candidate.id(), get(check))))
        .contains("/media/sample/sample.mp4", "three tones", "a.mediaPlayed")
        .doesNotContain("??", " style=");
    assertThat(as(AccountId.create(), get(check)).getStatus()).isEqualTo(404);
  }

  @Test
  void everythingWorksWithoutScript() throws Exception {
    var candidate = people.sitting();
    String page = body(as(candidate.id(), get(sit(candidate))));
    assertThat(page)
        .contains("<audio", "<track", "Written script", "name=\"chosen\"", "Send this answer")
        .doesNotContain("??", " style=", "onclick=", "<script>");
    String item = next(candidate);
    var answered =
        as(
            candidate.id(),
            post(sit(candidate) + "/answers")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("item", item)
                .param("stage", "0")
                .param("chosen", "a"));
    assertThat(answered.getRedirectedUrl()).isEqualTo(sit(candidate) + "?stage=0");
    String after = body(as(candidate.id(), get(sit(candidate)).param("stage", "0")));
    assertThat(after).contains("Your answer is kept", "?stage=1");
  }

  @Test
  void aScriptAnswersOnceAndIsToldWhyAnotherAnswerIsRefused() throws Exception {
    var candidate = people.sitting();
    String item = next(candidate);
    String first = body(as(candidate.id(), answer(candidate, item, "a")));
    assertThat(first).contains("\"answered\":1", "\"total\":8");
    assertThat(body(as(candidate.id(), answer(candidate, item, "a")))).isEqualTo(first);
    var other = as(candidate.id(), answer(candidate, item, "b"));
    assertThat(other.getStatus()).isEqualTo(409);
    assertThat(other.getContentAsString()).contains("The first answer is final and is kept.");
  }

  @Test
  void aPositionIsKeptAndAStateResumesThere() throws Exception {
    var candidate = people.sitting();
    var kept =
        as(
            candidate.id(),
            put(sit(candidate) + "/position")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"stage\":0,\"second\":17.25,\"score\":100}"));
    assertThat(kept.getStatus()).isEqualTo(204);
    String state = body(as(candidate.id(), get(sit(candidate) + "/state")));
    assertThat(state).contains("\"second\":17.25", "\"item\":{");
    assertThat(body(as(candidate.id(), get(sit(candidate))))).contains("data-second=\"17.25\"");
  }

  @Test
  void noKeyAndNoLaterQuestionEverReachesTheBrowser() throws Exception {
    var candidate = people.sitting();
    List<String> rationales = db.sql("select rationale from item_key").query(String.class).list();
    List<String> items = forms.get(sitting(candidate).form()).itemIds();
    for (String item : items) {
      List<String> seen = new ArrayList<>();
      seen.add(body(as(candidate.id(), get(sit(candidate)))));
      seen.add(body(as(candidate.id(), get(sit(candidate) + "/state"))));
      for (int stage = 0; stage < 12; stage++) {
        seen.add(body(as(candidate.id(), get(sit(candidate)).param("stage", "" + stage))));
      }
      List<String> later = items.subList(items.indexOf(item) + 1, items.size());
      for (String text : seen) {
        assertThat(text).doesNotContainIgnoringCase("rationale", "\"correct", "scored\"", "pilot");
        assertThat(later).noneMatch(text::contains);
        assertThat(rationales).noneMatch(r -> text.contains(r.substring(0, 40)));
      }
      String told =
          body(
              as(
                  candidate.id(),
                  answer(candidate, item, people.right(item).toArray(String[]::new))));
      assertThat(told).doesNotContain("correct", "right", "score");
    }
  }

  @Test
  void anotherCandidateFindsNothingAnywhere() throws Exception {
    var candidate = people.sitting();
    AccountId other = AccountId.create();
    String file = "/media/lng-01/1/lng-01-encounter.m4a";
    for (MockHttpServletRequestBuilder request :
        List.of(
            get(sit(candidate)),
            get(sit(candidate) + "/state"),
            post(sit(candidate) + "/start"),
            post(sit(candidate) + "/finish"),
            answer(candidate, "lng-01-q1", "a"),
            put(sit(candidate) + "/position")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"stage\":0,\"second\":1}"),
            get(file),
            get("/sit/not-an-id"))) {
      assertThat(as(other, request).getStatus()).isEqualTo(404);
    }
    assertThat(sitting(candidate).answers()).isEmpty();
  }

  @Test
  void mediaComeInRangesAndOnlyToARunningSitting() throws Exception {
    var candidate = people.sitting();
    String file = "/media/lng-01/1/lng-01-encounter.m4a";
    var part = as(candidate.id(), get(file).header("Range", "bytes=100-199"));
    assertThat(part.getStatus()).isEqualTo(206);
    assertThat(part.getContentAsByteArray()).hasSize(100);
    assertThat(part.getHeader("Content-Range")).startsWith("bytes 100-199/");
    assertThat(part.getHeader("Cache-Control")).contains("private");
    var captions = as(candidate.id(), get("/media/lng-01/1/encounter.vtt"));
    assertThat(captions.getContentType()).isEqualTo("text/vtt;charset=UTF-8");
    for (String none :
        List.of(
            "/media/lng-01/1/case.yaml",
            "/media/lng-01/1/script.md",
            "/media/lng-01/2/encounter.vtt",
            "/media/aaa-01/1/encounter.vtt",
            "/media/lng-01/1/lng-02-right.mp4")) {
      assertThat(as(candidate.id(), get(none)).getStatus()).as(none).isEqualTo(404);
    }
    var notStarted = people.prepared(Duration.ofDays(80));
    var sample = as(notStarted.id(), get("/media/sample/sample.mp4").header("Range", "bytes=0-9"));
    assertThat(sample.getStatus()).isEqualTo(206);
    assertThat(as(notStarted.id(), get(file)).getStatus()).isEqualTo(404);
  }

  @Test
  void bodiesThatAreNoAnswerAreRefusedAndStoreNothing() throws Exception {
    var candidate = people.sitting();
    for (String body : List.of("{}", "{\"item\":\"lng-01-q1\"}", "{\"item\":null,\"chosen\":[]}")) {
      var told =
          as(
              candidate.id(),
              post(sit(candidate) + "/answers")
                  .contentType(MediaType.APPLICATION_JSON)
                  .accept(MediaType.APPLICATION_JSON)
                  .content(body));
      assertThat(told.getStatus()).as(body).isBetween(400, 499);
    }
    assertThat(sitting(candidate).answers()).isEmpty();
  }

  private static String sit(Candidate candidate) {
    return "/sit/" + candidate.enrolment();
  }

  private MockHttpServletRequestBuilder answer(Candidate candidate, String item, String... chosen) {
    String options = "\"" + String.join("\",\"", chosen) + "\"";
    return post(sit(candidate) + "/answers")
        .contentType(MediaType.APPLICATION_JSON)
        .accept(MediaType.APPLICATION_JSON)
        .content("{\"item\":\"" + item + "\",\"chosen\":[" + options + "],\"score\":100}");
  }

  private MockHttpServletResponse as(AccountId who, MockHttpServletRequestBuilder request)
      throws Exception {
    var person = new SignedIn(who.value(), "Ana Lee", Set.of("candidate"), 0);
    var token = new UsernamePasswordAuthenticationToken(person, null, List.of());
    return browser
        .perform(request.with(authentication(token)).with(csrf()))
        .andReturn()
        .getResponse();
  }

  private static String body(MockHttpServletResponse response) throws Exception {
    assertThat(response.getStatus()).isEqualTo(200);
    return response.getContentAsString(StandardCharsets.UTF_8);
  }

  private Sitting sitting(Candidate candidate) {
    return sittings.of(candidate.enrolment()).orElseThrow();
  }

  private String next(Candidate candidate) {
    Sitting sitting = sitting(candidate);
    return sitting.progressIn(forms.get(sitting.form())).next().orElseThrow().id();
  }
}
