package org.sonocert.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonocert.core.Rejected;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RealParts
class OutboxTest {
  @Autowired Outbox outbox;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient db;

  @Test
  void aPostedMailIsInTheMailboxSoonAndOnlyOnce() {
    String to = UUID.randomUUID() + "@example.org";
    transaction.executeWithoutResult(t -> outbox.post(mail("confirm-address", "a" + to, to)));
    transaction.executeWithoutResult(t -> outbox.post(mail("confirm-address", "a" + to, to)));
    await().until(() -> received(to) == 1);
    transaction.executeWithoutResult(t -> outbox.post(mail("confirm-address", "b" + to, to)));
    await().until(() -> received(to) == 2);
  }

  @Test
  void aMailOfATransactionThatIsRolledBackWasNeverPosted() {
    String to = UUID.randomUUID() + "@example.org";
    transaction.executeWithoutResult(
        t -> {
          outbox.post(mail("confirm-address", to, to));
          t.setRollbackOnly();
        });
    assertThat(
            db.sql("select count(*) from outbox where recipient = ?")
                .param(to)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void aMailOutsideATransactionOrOfAnUnknownKindIsAMistakeOfOurs() {
    assertThatThrownBy(() -> outbox.post(mail("confirm-address", "x", "ana@example.org")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    t -> outbox.post(mail("no-such-kind", "x", "ana@example.org"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana@example.org\r\nBcc: all@example.org",
        "ana@example.org\n",
        "\rana@example.org",
        "ana@example.org, ben@example.org",
        "Ana <ana@example.org>",
        "ana",
        "ana@localhost",
        "@example.org",
        "ana@",
        "ana@@example.org",
        "ana@exa mple.org",
        "ana@.org",
        "group:ana@example.org;",
        "\"ana\"@example.org",
        ""
      })
  void anythingButOnePlainAddressIsRefused(String to) {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    t -> outbox.post(mail("confirm-address", "x", to))))
        .isInstanceOf(Rejected.class)
        .hasMessageStartingWith("mail-address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana@example.org",
        " ana@example.org ",
        "o'brien+list@sub.example.org",
        "a_b-c@example.co.uk"
      })
  void aPlainAddressIsTaken(String to) {
    assertThat(MailAddress.single(to)).isEqualTo(to.strip());
  }

  private long received(String to) {
    return db.sql("select count(*) from demo_mail where recipient = ?")
        .param(to)
        .query(Long.class)
        .single();
  }

  private static Mail mail(String kind, String occurrence, String to) {
    return new Mail(
        kind, occurrence, to, Locale.ENGLISH, Map.of("name", "Ana", "link", "/x"), null);
  }
}
