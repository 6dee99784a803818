package org.sonocert.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.identity.Role;
import org.sonocert.notification.Mail;
import org.sonocert.notification.Outbox;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A mail that failed or may have arrived waits for an operator, who decides once and says why. */
@RealParts
class DecidingMailTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext parts;
  @Autowired JdbcClient db;
  @Autowired Outbox outbox;
  @Autowired TransactionTemplate transaction;

  private PlainBrowser operator;

  @BeforeEach
  void anOperator() {
    operator = new OpsRoom(parts, port).signedIn(Role.OPERATOR);
  }

  @Test
  void aHeldMailThatArrivedCountsAsSentAndIsNotSentAgain() {
    UUID mail = stopped("HELD");
    Element card = card(mail);
    assertThat(card.text()).contains("may have arrived", "[address]").doesNotContain("ana-");
    var form = (FormElement) card.selectFirst("form");
    var sent = PlainBrowser.values(form, Map.of("choice", "arrived", "reason", "seen in its log"));

    operator.post(form.absUrl("action"), sent);
    operator.post(form.absUrl("action"), sent);

    assertThat(operator.status()).as("the same form twice").isEqualTo(200);
    assertThat(state(mail)).isEqualTo("SENT");
    assertThat(copies(mail)).isEqualTo(1);
    assertThat(decisions(mail)).containsExactly("arrived: seen in its log");
    assertThat(decide(mail, "send-again", "too late")).isEqualTo(409);
    assertThat(decisions(mail)).hasSize(1);
  }

  @Test
  void aHeldMailIsSentAgainWithTheSameMessageId() {
    UUID mail = stopped("HELD");
    assertThat(decide(mail, "send-again", "not in its log")).isEqualTo(200);
    await().until(() -> state(mail).equals("SENT"));
    assertThat(copies(mail)).as("with one Message-ID").isEqualTo(2);
    assertThat(
            db.sql("select ambiguous from outbox where id = ?")
                .param(mail)
                .query(Boolean.class)
                .single())
        .as("always shown as uncertain")
        .isTrue();
  }

  @Test
  void aFailedMailCannotCountAsSentButCanBeLeft() {
    UUID mail = stopped("FAILED");
    assertThat(card(mail).select("input[value=arrived]")).isEmpty();
    assertThat(decide(mail, "arrived", "I wish it had")).isEqualTo(409);
    assertThat(decide(mail, "", "no choice")).isEqualTo(422);
    assertThat(operator.page().select("input[value='no choice']")).isNotEmpty();
    assertThat(decide(mail, "leave", "the mailbox is closed")).isEqualTo(200);
    assertThat(state(mail)).isEqualTo("FAILED");
    operator.open("/ops");
    assertThat(operator.page().select("form[action*=" + mail + "]")).isEmpty();
    assertThat(decide(mail, "send-again", "after all")).isEqualTo(409);
  }

  @Test
  void aDecisionIsNeverChanged() {
    UUID mail = stopped("FAILED");
    decide(mail, "leave", "for good");
    assertThatThrownBy(
            () ->
                db.sql("update mail_decision set reason = 'x' where outbox_id = ?")
                    .param(mail)
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void nobodyElseDecides() {
    UUID mail = stopped("HELD");
    operator = new OpsRoom(parts, port).signedIn(Role.PROGRAMME_MANAGER);
    assertThat(decide(mail, "arrived", "I am a manager")).isEqualTo(404);
    assertThat(state(mail)).isEqualTo("HELD");
  }

  private int decide(UUID mail, String choice, String reason) {
    operator.open("/ops");
    Element token = operator.page().selectFirst("input[name=_csrf]");
    if (token == null) {
      operator.open("/tasks");
      token = operator.page().selectFirst("input[name=_csrf]");
    }
    operator.post(
        "/ops/mails/" + mail + "/decide",
        List.of(
            Map.entry("_csrf", token.attr("value")),
            Map.entry("form", UUID.randomUUID().toString()),
            Map.entry("choice", choice),
            Map.entry("reason", reason)));
    return operator.status();
  }

  private UUID stopped(String state) {
    String to = "ana-" + UUID.randomUUID() + "@example.org";
    transaction.executeWithoutResult(
        t ->
            outbox.post(
                new Mail(
                    "confirm-address",
                    to,
                    to,
                    Locale.ENGLISH,
                    Map.of("name", "Ana", "link", "/x"),
                    null)));
    await()
        .until(
            () ->
                db.sql("select count(*) from demo_mail where recipient = ?")
                        .param(to)
                        .query(Long.class)
                        .single()
                    == 1);
    return await()
        .until(
            () ->
                db.sql(
                        "update outbox set state = ?, sent_at = null, ambiguous = ?, last_error ="
                            + " 'lost after the last byte to ' || recipient"
                            + " where occurrence = ? and state = 'SENT' returning id")
                    .params(state, state.equals("HELD"), to)
                    .query(UUID.class)
                    .optional(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private Element card(UUID mail) {
    operator.open("/ops");
    return operator.page().select("article.card").stream()
        .filter(card -> !card.select("form[action*=" + mail + "]").isEmpty())
        .findFirst()
        .orElseThrow(() -> new AssertionError(operator.text()));
  }

  private String state(UUID mail) {
    return db.sql("select state from outbox where id = ?").param(mail).query(String.class).single();
  }

  private long copies(UUID mail) {
    return db.sql(
            "select count(*) from demo_mail m join outbox o using (message_id) where o.id = ?")
        .param(mail)
        .query(Long.class)
        .single();
  }

  private List<String> decisions(UUID mail) {
    return db.sql("select choice || ': ' || reason from mail_decision where outbox_id = ?")
        .param(mail)
        .query(String.class)
        .list();
  }
}
