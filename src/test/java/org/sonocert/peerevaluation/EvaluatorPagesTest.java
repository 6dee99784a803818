package org.sonocert.peerevaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** An evaluator's way through the pages, by HTTP. */
@RealParts
class EvaluatorPagesTest {
  private static final String SESSION_ROWS = "select count(*) from spring_session";

  @Autowired ApplicationContext parts;
  @LocalServerPort int port;

  private final String bea = PeerRoom.mailbox();
  private final String carl = PeerRoom.mailbox();
  private final String ana = "ana-" + UUID.randomUUID() + "@clinic.example";
  private PeerRoom room;
  private EnrolmentId enrolment;
  private Visitor reader;

  @BeforeEach
  void twoAreInvited() {
    room = new PeerRoom(parts);
    AccountId candidate = room.candidate(ana);
    enrolment = room.enrolment(candidate);
    room.name(enrolment, bea, carl);
    reader = new Visitor(port);
  }

  @Test
  void fromTheMailedLinkToTheThanks() {
    String door = "/evaluate/" + room.reference(bea);
    assertThat(reader.get(door).body()).doesNotContain("Ana").doesNotContain("Lung");
    assertThat(reader.post(door + "/code").headers().firstValue("Location").orElse(""))
        .endsWith(door + "/session");
    assertThat(reader.get(door + "/session").body()).doesNotContain("Ana").doesNotContain("Lung");
    HttpResponse<String> entered = reader.post(door + "/session", "code", room.code(bea));
    assertThat(entered.headers().firstValue("Location").orElse("")).endsWith("/evaluate/form");

    HttpResponse<String> form = reader.get("/evaluate/form");
    assertThat(form.body()).contains("Ana Ruiz", "Lung", "criterion_doppler");
    assertThat(form.body()).doesNotContain("criterion_compression", "criterion_measurement");
    HttpResponse<String> wrong = reader.post(action(form), "a.criterion_gain", "9");
    assertThat(wrong.statusCode()).isEqualTo(422);
    HttpResponse<String> sent = reader.post(action(form), filled());
    assertThat(sent.headers().firstValue("Location").orElse("")).endsWith("/evaluate/thanks");
    assertThat(reader.get("/evaluate/thanks").body()).contains("Your evaluation is in");

    assertThat(reader.get("/evaluate/form").statusCode()).isEqualTo(410);
    assertThat(new Visitor(port).get(door).statusCode()).isEqualTo(410);
    assertThat(
            room.count(
                "select count(*) from audit_event where enrolment_id = ? and actor = ?",
                enrolment.value(),
                "evaluator:" + room.nominee(enrolment, bea).id()))
        .isEqualTo(2);
  }

  @Test
  void fiftyScannersChangeNothing() {
    String door = "/evaluate/" + room.reference(bea);
    Map<String, Long> before = rows();
    for (int i = 0; i < 50; i++) {
      HttpResponse<String> page = new Visitor(port).get(door);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("SESSION");
    }
    assertThat(rows()).isEqualTo(before);
    assertThat(room.nominee(enrolment, bea).openedAt()).isNull();
  }

  @Test
  void aLinkOpensNothingWithoutTheCode() {
    String door = "/evaluate/" + room.reference(bea);
    assertThat(reader.get("/evaluate/form").statusCode()).isEqualTo(403);
    reader.get(door + "/session");
    HttpResponse<String> guessed = reader.post(door + "/session", "code", "000000");
    assertThat(guessed.statusCode()).isEqualTo(422);
    assertThat(guessed.body()).contains("no longer good");
    assertThat(reader.get("/evaluate/form").statusCode()).isEqualTo(403);
  }

  @Test
  void everyPageTellsTheBrowserToSayNothing() {
    HttpResponse<String> page = reader.get("/evaluate/" + room.reference(bea));
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.body()).contains("<meta name=\"referrer\" content=\"no-referrer\">");
  }

  @Test
  void anUnknownReferenceIsNotFoundAndAMistypedOneToo() {
    assertThat(reader.get("/evaluate/" + "A".repeat(27)).statusCode()).isEqualTo(404);
    assertThat(reader.get("/evaluate/" + "A".repeat(26)).statusCode()).isEqualTo(404);
    assertThat(reader.post("/evaluate/" + "A".repeat(27) + "/code").statusCode()).isEqualTo(404);
  }

  @Test
  void aReplacedEvaluatorReadsThatTheyAreNoLongerAsked() {
    String door = "/evaluate/" + room.reference(carl);
    room.part(StandingDown.class).replace(enrolment, room.nominee(enrolment, carl).id());
    HttpResponse<String> page = reader.get(door);
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("You are no longer asked");
    assertThat(reader.post(door + "/code").statusCode()).isEqualTo(410);
  }

  @Test
  void afterTheWindowNothingIsTaken() {
    String door = "/evaluate/" + room.reference(bea);
    enter(door, bea);
    HttpResponse<String> form = reader.get("/evaluate/form");
    endWindow();
    assertThat(new Visitor(port).get(door).statusCode()).isEqualTo(410);
    assertThat(reader.post(action(form), filled()).statusCode()).isEqualTo(410);
    assertThat(reader.post("/evaluate/decline", "reason", "late").statusCode()).isEqualTo(410);
    assertThat(
            room.count(
                "select count(*) from sealed_evaluation where enrolment_id = ?", enrolment.value()))
        .isZero();
  }

  @Test
  void aDraftIsThereAgainInAnotherBrowser() {
    String door = "/evaluate/" + room.reference(bea);
    enter(door, bea);
    HttpResponse<String> form = reader.get("/evaluate/form");
    HttpResponse<String> kept =
        reader.request(
            "PUT",
            action(form) + "/draft",
            "application/json",
            "{\"comment\":\"half a thought\",\"criterion_gain\":\"3\",\"conflict\":null,\"ultrasoundBackground\":true}");
    assertThat(kept.statusCode()).isEqualTo(200);
    reader = new Visitor(port);
    enter(door, bea);
    assertThat(reader.get("/evaluate/form").body()).contains("half a thought");
  }

  @Test
  void decliningClosesTheForm() {
    String door = "/evaluate/" + room.reference(bea);
    enter(door, bea);
    reader.get("/evaluate/form");
    HttpResponse<String> declined =
        reader.post("/evaluate/decline", "reason", "no time", "never", "true");
    assertThat(declined.headers().firstValue("Location").orElse("")).endsWith("/evaluate/declined");
    assertThat(reader.get("/evaluate/declined").body()).contains("You have declined");
    assertThat(reader.get("/evaluate/form").statusCode()).isEqualTo(403);
  }

  @Test
  void theCandidateCannotAnswerForAnother() {
    reader.signIn(ana, RealParts.PASSWORD);
    String door = "/evaluate/" + room.reference(bea);
    HttpResponse<String> entered = tryToEnter(door, bea);
    assertThat(entered.statusCode()).isEqualTo(409);
    assertThat(reader.get("/evaluate/form").statusCode()).isEqualTo(403);
  }

  @Test
  void aCandidateReplacesOnlyTheirOwnEvaluators() {
    String path =
        "/me/" + enrolment + "/evaluators/" + room.nominee(enrolment, carl).id() + "/replace";
    assertThat(reader.post(path).statusCode()).isIn(302, 403);
    String stranger = "eve-" + UUID.randomUUID() + "@clinic.example";
    room.candidate(stranger);
    Visitor eve = new Visitor(port);
    eve.signIn(stranger, RealParts.PASSWORD);
    eve.get("/me");
    assertThat(eve.post(path).statusCode()).isEqualTo(404);
    assertThat(room.nominee(enrolment, carl).state()).isEqualTo(NominationState.INVITED);
    reader.signIn(ana, RealParts.PASSWORD);
    String mine = reader.get("/me/" + enrolment).body();
    assertThat(mine).contains("Invitation sent").contains(path);
    assertThat(reader.post(path).statusCode()).isEqualTo(302);
    assertThat(room.nominee(enrolment, carl).state()).isEqualTo(NominationState.REPLACED);
    assertThat(reader.get("/me/" + enrolment).body()).contains("Replaced by you");
  }

  private void enter(String door, String mailbox) {
    assertThat(tryToEnter(door, mailbox).statusCode()).isEqualTo(302);
  }

  private HttpResponse<String> tryToEnter(String door, String mailbox) {
    long before =
        room.count("select coalesce(max(number), 0) from demo_mail where recipient = ?", mailbox);
    reader.post(door + "/code");
    await()
        .until(
            () ->
                room.count(
                        "select coalesce(max(number), 0) from demo_mail where recipient = ?",
                        mailbox)
                    > before);
    reader.get(door + "/session");
    return reader.post(door + "/session", "code", room.code(mailbox));
  }

  private void endWindow() {
    Enrolments enrolments = room.part(Enrolments.class);
    room.part(TransactionTemplate.class)
        .executeWithoutResult(
            t ->
                enrolments.end(
                    enrolment,
                    EnrolmentState.WINDOW_ENDED,
                    enrolments.get(enrolment).purchasedAt(),
                    "the window ended"));
  }

  /** How many rows each of our tables and the engine's have. */
  private Map<String, Long> rows() {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table :
        List.of(
            "nomination",
            "invitation",
            "evaluation_code",
            "evaluation_draft",
            "sealed_evaluation",
            "audit_event where enrolment_id = '" + enrolment + "'",
            "outbox where enrolment_id = '" + enrolment + "'",
            "camunda.act_ru_task",
            "camunda.act_hi_detail")) {
      rows.put(table, room.count("select count(*) from " + table));
    }
    rows.put("sessions", room.count(SESSION_ROWS));
    return rows;
  }

  private static String action(HttpResponse<String> form) {
    Matcher found = Pattern.compile("action=\"(/evaluate/form/[^\"?]+)\"").matcher(form.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static String[] filled() {
    return PeerRoom.answers("4", "seen often").entrySet().stream()
        .flatMap(e -> Stream.of("a." + e.getKey(), e.getValue().get(0)))
        .toArray(String[]::new);
  }
}
