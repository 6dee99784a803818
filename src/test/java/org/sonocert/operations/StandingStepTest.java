package org.sonocert.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.identity.Role;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A step that failed until its tries were used up, and what an operator does about it. */
@RealParts
class StandingStepTest {
  private static final String EDDA = "edda-%s@clinic.example".formatted(UUID.randomUUID());

  @LocalServerPort int port;
  @Autowired ApplicationContext parts;
  @Autowired JdbcClient db;

  private OpsRoom room;

  @BeforeEach
  void room() {
    room = new OpsRoom(parts, port);
  }

  @AfterEach
  void mendTheDatabase() {
    room.takeMailsAgain();
  }

  @Test
  void aStepThatStandsStillIsToldInWordsAndRunsWhenItIsTriedAgain() {
    Walk walk = room.bought("Standa");
    String enrolment = walk.enrolment();
    room.refuseMails(enrolment, "evaluator-invitation", "no mail to " + EDDA);
    walk.nameEvaluators(EDDA, "egon-" + UUID.randomUUID() + "@clinic.example");
    useUpTries(enrolment);

    PlainBrowser operator = room.signedIn(Role.OPERATOR).open("/ops");
    assertThat(operator.status()).isEqualTo(200);
    assertThat(operator.page().selectFirst(".status").text()).contains("Your turn", "your hand");
    assertThat(operator.page().select("main a[href=#steps]").text()).contains("stand");
    Element card = card(operator, enrolment);
    assertThat(card.text())
        .contains(
            "Invite evaluator", "Peer evaluation", "A rule of the database refused", "[address]")
        .doesNotContain(EDDA, "Standa", "Edda First");
    String action = card.selectFirst("form").attr("action");

    operator.send(action, Map.of("reason", " "));
    assertThat(operator.status()).isEqualTo(422);
    assertThat(operator.text()).contains("Say why");
    assertThat(failed(enrolment)).isPositive();

    room.takeMailsAgain();
    operator.open("/ops");
    var form = (FormElement) card(operator, enrolment).selectFirst("form");
    var sent = PlainBrowser.values(form, Map.of("reason", "the trigger is gone"));
    operator.post(form.absUrl("action"), sent);
    assertThat(operator.path()).isEqualTo("/ops");
    operator.post(form.absUrl("action"), sent);
    assertThat(operator.status()).as("the same form again").isEqualTo(200);
    retryTheOthers(operator, enrolment);

    await().until(() -> invitations(enrolment) == 2);
    await().until(() -> failed(enrolment) == 0);
    assertThat(
            count(
                "select count(*) from camunda.act_ru_incident i join camunda.act_ru_execution e"
                    + " on e.id_ = i.proc_inst_id_ where e.business_key_ = ?",
                enrolment))
        .isZero();
    assertThat(
            db.sql(
                    "select reason from step_retry where enrolment_id = ?::uuid and reason like 'the%'")
                .param(enrolment)
                .query(String.class)
                .list())
        .containsExactly("the trigger is gone");
    assertThat(
            count(
                "select count(*) from audit_payload where enrolment_id = ?::uuid"
                    + " and payload like '%step-retried%'",
                enrolment))
        .isEqualTo(
            count("select count(*) from step_retry where enrolment_id = ?::uuid", enrolment));
  }

  @Test
  void aStepThatRunsAlreadyIsNotTriedTwice() {
    PlainBrowser operator = room.signedIn(Role.OPERATOR).open("/ops");
    String token = operator.page().selectFirst("input[name=_csrf]").attr("value");
    operator.post(
        "/ops/steps/no-such-job/retry",
        List.of(
            Map.entry("_csrf", token),
            Map.entry("form", UUID.randomUUID().toString()),
            Map.entry("reason", "none")));
    assertThat(operator.status()).isEqualTo(409);
    assertThat(operator.text()).contains("somebody was quicker");
  }

  /** Two invitations are sent by two jobs, and both stand still. */
  private void retryTheOthers(PlainBrowser operator, String enrolment) {
    operator.open("/ops");
    operator.page().select("article.card").stream()
        .filter(card -> card.text().contains(enrolment))
        .map(card -> (FormElement) card.selectFirst("form"))
        .toList()
        .forEach(
            form ->
                operator.post(
                    form.absUrl("action"), PlainBrowser.values(form, Map.of("reason", "as well"))));
  }

  private void useUpTries(String enrolment) {
    await().until(() -> tried(enrolment) == 2);
    db.sql(
            "update camunda.act_ru_job j set retries_ = 1, duedate_ = create_time_"
                + " from camunda.act_ru_execution e where e.id_ = j.process_instance_id_"
                + " and e.business_key_ = ? and j.exception_msg_ is not null")
        .param(enrolment)
        .update();
    await().until(() -> failed(enrolment) == 2);
  }

  private long tried(String enrolment) {
    return jobs(enrolment, "j.exception_msg_ is not null and j.lock_owner_ is null");
  }

  private long failed(String enrolment) {
    return jobs(enrolment, "j.retries_ = 0");
  }

  private long jobs(String enrolment, String which) {
    return count(
        "select count(*) from camunda.act_ru_job j join camunda.act_ru_execution e"
            + " on e.id_ = j.process_instance_id_ where e.business_key_ = ? and "
            + which,
        enrolment);
  }

  private long invitations(String enrolment) {
    return count(
        "select count(*) from outbox where enrolment_id = ?::uuid and kind = 'evaluator-invitation'",
        enrolment);
  }

  private long count(String sql, String param) {
    return db.sql(sql).param(param).query(Long.class).single();
  }

  private static Element card(PlainBrowser operator, String enrolment) {
    return operator.page().select("article.card").stream()
        .filter(card -> card.text().contains(enrolment))
        .findFirst()
        .orElseThrow(() -> new AssertionError(operator.text()));
  }
}
