package org.sonocert.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonocert.audit.AuditTrail;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox against a real mail server and the real database. */
@RealParts
class SendingMailTest {
  private static final String FROM = "Sonocert Demo Board <certification@sonocert.example>";

  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transaction;
  @Autowired MailKinds kinds;
  @Autowired OutboxRows rows;
  @Autowired Rendering rendering;
  @Autowired AuditTrail audit;
  @Autowired ProgrammeClock programme;
  @Autowired SendingSoon soon;
  @Autowired UnsettledMail unsettled;

  private final MovableClock clock = new MovableClock();
  private final List<Object> told = new ArrayList<>();
  private ApplicationEventPublisher listener = told::add;
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void startServer() {
    server.start();
  }

  @AfterEach
  void leaveNothingBehind() {
    server.stop();
    db.sql(
            "delete from outbox where next_attempt_at > timestamptz '2100-01-01' or sent_at > timestamptz '2100-01-01'")
        .update();
  }

  @Test
  void aMailIsSentOnceWithItsHeadersAndItsLinkIsForgotten() throws Exception {
    String occurrence = post("confirm-address", "ana@example.org");
    post("confirm-address", "ana@example.org", occurrence);

    assertThat(sender(server.getSmtp().getPort()).drain()).isEqualTo(1);
    assertThat(sender(server.getSmtp().getPort()).drain()).isZero();

    MimeMessage[] received = server.getReceivedMessages();
    assertThat(received).hasSize(1);
    assertThat(received[0].getSubject()).isEqualTo("Confirm your e-mail address");
    assertThat(received[0].getHeader("Message-ID")[0]).isEqualTo(row(occurrence).get("message_id"));
    assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(received[0].getFrom()[0]).hasToString(FROM);
    assertThat(received[0].getContentType()).contains("multipart");
    assertThat(row(occurrence)).containsEntry("state", "SENT").containsEntry("ambiguous", false);
    assertThat(row(occurrence).get("model").toString()).contains("Ana").doesNotContain("secret");
  }

  @Test
  void aMailWaitsWhileTheRelayIsDownAndLeavesWhenItIsBack() {
    int port = server.getSmtp().getPort();
    server.stop();
    String occurrence = post("reset-password", "ana@example.org");
    sender(port).drain();
    assertThat(row(occurrence)).containsEntry("state", "PENDING").containsEntry("attempts", 1);
    assertThat(sender(port).drain()).as("not before its time").isZero();

    clock.pass(SendingMail.WAITS.get(0));
    GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    back.start();
    try {
      sender(port).drain();
      assertThat(back.getReceivedMessages()).hasSize(1);
      assertThat(row(occurrence)).containsEntry("state", "SENT").containsEntry("ambiguous", false);
    } finally {
      back.stop();
    }
  }

  @Test
  void aMailThatNeverLeavesHasFailedWithinADay() {
    server.stop();
    String occurrence = post("reset-password", "ana@example.org");
    var started = clock.now();
    for (int i = 0; i <= SendingMail.WAITS.size(); i++) {
      sender(1).drain();
      clock.pass(i < SendingMail.WAITS.size() ? SendingMail.WAITS.get(i) : Duration.ZERO);
    }
    assertThat(row(occurrence)).containsEntry("state", "FAILED");
    assertThat(told)
        .containsExactly(
            new MailFailed("reset-password", occurrence, "ana@example.org", null, false));
    assertThat(Duration.between(started, clock.now())).isLessThan(Duration.ofHours(24));
  }

  @Test
  void aRefusedAddressIsABounceAndBusyIsNot() throws Exception {
    String refused = post("reset-password", "nobody@example.org");
    try (RudeServer rude = new RudeServer("RCPT TO", "550 no such mailbox")) {
      sender(rude.port()).drain();
    }
    assertThat(row(refused)).containsEntry("state", "FAILED");
    String busy = post("reset-password", "ana@example.org");
    try (RudeServer rude = new RudeServer("MAIL FROM", "421 too busy")) {
      sender(rude.port()).drain();
    }
    assertThat(row(busy)).containsEntry("state", "PENDING");
    String hungUp = post("reset-password", "ana@example.org");
    try (RudeServer rude = new RudeServer("RCPT TO", "")) {
      sender(rude.port()).drain();
    }
    assertThat(row(hungUp)).containsEntry("state", "PENDING").containsEntry("ambiguous", false);
  }

  @Test
  void whoActsOnARefusedMailIsToldInTheTransactionThatEndsIt() throws Exception {
    String occurrence = post("reset-password", "nobody@example.org");
    listener =
        event -> {
          told.add(row(occurrence).get("state"));
          told.add(event);
          throw new IllegalStateException("cannot act now");
        };
    try (RudeServer rude = new RudeServer("RCPT TO", "550 no such mailbox")) {
      sender(rude.port()).drain();
      assertThat(row(occurrence)).as("not ended untold").containsEntry("state", "PENDING");
      listener = told::add;
      clock.pass(SendingMail.WAITS.get(0));
      sender(rude.port()).drain();
    }
    var refused = new MailFailed("reset-password", occurrence, "nobody@example.org", null, true);
    assertThat(told).containsExactly("FAILED", refused, refused);
    assertThat(row(occurrence)).containsEntry("state", "FAILED");
  }

  @Test
  void aLineThatBreaksAfterTheLastByteLeavesAnUncertainMail() throws Exception {
    String occurrence = post("reset-password", "ana@example.org");
    try (RudeServer rude = new RudeServer(".", "")) {
      sender(rude.port()).drain();
      sender(rude.port()).drain();
      assertThat(rude.taken()).as("it waits before it is tried again").isEqualTo(1);
    }
    assertThat(row(occurrence))
        .containsEntry("state", "AMBIGUOUS")
        .containsEntry("ambiguous", true);
  }

  @ParameterizedTest
  @ValueSource(strings = {RudeServer.SILENCE, RudeServer.RESET})
  void aServerThatFallsSilentMayHaveTheMailOnceItHadTheLastByte(String rudeness) throws Exception {
    String whole = post("reset-password", "ana@example.org");
    try (RudeServer rude = new RudeServer(".", rudeness)) {
      sender(rude.port()).drain();
      assertThat(rude.taken()).isEqualTo(1);
    }
    assertThat(row(whole)).containsEntry("state", "AMBIGUOUS").containsEntry("ambiguous", true);

    String unsent = post("reset-password", "ben@example.org");
    try (RudeServer rude = new RudeServer("RCPT TO:<ben@", rudeness)) {
      sender(rude.port()).drain();
    }
    assertThat(row(unsent)).containsEntry("state", "PENDING").containsEntry("ambiguous", false);
  }

  @Test
  void anAnswerAfterTheLastByteIsBelieved() throws Exception {
    String full = post("reset-password", "ana@example.org");
    try (RudeServer rude = new RudeServer(".", "452 no room now")) {
      sender(rude.port()).drain();
    }
    assertThat(row(full)).containsEntry("state", "PENDING").containsEntry("ambiguous", false);
    String spam = post("reset-password", "ben@example.org");
    try (RudeServer rude = new RudeServer(".", "554 we do not take this")) {
      sender(rude.port()).drain();
    }
    assertThat(row(spam)).containsEntry("state", "FAILED").containsEntry("ambiguous", false);
  }

  @Test
  void aCrashBetweenStartedAndSentIsSentAgainWithTheSameMessageIdWhereThatDoesNoHarm()
      throws Exception {
    String occurrence = post("reset-password", "ana@example.org");
    assertThat(rows.claim(clock.now())).as("and then the server dies").isPresent();
    assertThat(row(occurrence)).containsEntry("state", "STARTED").containsEntry("attempts", 1);
    assertThat(rows.abandon(clock.now())).as("its lease still runs").isZero();

    clock.pass(OutboxRows.LEASE.plusSeconds(1));
    assertThat(rows.abandon(clock.now())).isEqualTo(1);
    assertThat(row(occurrence)).containsEntry("state", "AMBIGUOUS");
    sender(server.getSmtp().getPort()).drain();

    assertThat(row(occurrence)).containsEntry("state", "SENT").containsEntry("ambiguous", true);
    assertThat(server.getReceivedMessages()[0].getHeader("Message-ID")[0])
        .isEqualTo(row(occurrence).get("message_id"));
  }

  @Test
  void aCrashBetweenStartedAndSentWaitsForAPersonWhereACopyWouldHarm() {
    String occurrence = post("reset-password", "ana@example.org");
    db.sql("update outbox set kind = 'a-letter-of-weight' where occurrence = ?")
        .param(occurrence)
        .update();
    rows.claim(clock.now());
    clock.pass(OutboxRows.LEASE.plusSeconds(1));
    rows.abandon(clock.now());
    assertThat(row(occurrence)).containsEntry("state", "HELD").containsEntry("ambiguous", true);
    assertThat(sender(server.getSmtp().getPort()).drain()).isZero();
    UUID id = (UUID) row(occurrence).get("id");
    assertThat(unsettled.list(200)).anyMatch(m -> m.id().equals(id) && m.held());
    unsettled.takeAsSent(id);
    assertThat(row(occurrence)).containsEntry("state", "SENT");
  }

  @Test
  void aSenderThatSleptPastItsLeaseNeitherSendsNorSettles() {
    String occurrence = post("reset-password", "ana@example.org");
    ClaimedMail frozen = rows.claim(clock.now()).orElseThrow();
    clock.pass(OutboxRows.LEASE.plusSeconds(1));
    rows.abandon(clock.now());
    sender(server.getSmtp().getPort()).drain();
    sender(server.getSmtp().getPort()).send(frozen);
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(rows.sent(frozen, clock.now())).isFalse();
    assertThat(row(occurrence)).containsEntry("state", "SENT");
  }

  @Test
  void twoSendersAtOnceSendEachMailOnce() throws Exception {
    for (int i = 0; i < 40; i++) {
      post("reset-password", "person" + i + "@example.org");
    }
    var threads = Executors.newFixedThreadPool(2);
    List.of(1, 2).forEach(n -> threads.submit(() -> sender(server.getSmtp().getPort()).drain()));
    threads.shutdown();
    assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Arrays.stream(server.getReceivedMessages()).map(SendingMailTest::to))
        .hasSize(40)
        .doesNotHaveDuplicates();
  }

  private static String to(MimeMessage message) {
    try {
      return message.getAllRecipients()[0].toString();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String post(String kind, String to) {
    return post(kind, to, UUID.randomUUID().toString());
  }

  private String post(String kind, String to, String occurrence) {
    var posting = new PostingMail(db, kinds, audit, programme, clock, soon, FROM);
    var model = Map.of("name", "Ana", "link", "/secret/" + occurrence);
    transaction.executeWithoutResult(
        t -> posting.post(new Mail(kind, occurrence, to, Locale.ENGLISH, model, null)));
    return occurrence;
  }

  private Map<String, Object> row(String occurrence) {
    return db.sql("select * from outbox where occurrence = ?")
        .param(occurrence)
        .query()
        .singleRow();
  }

  private SendingMail sender(int port) {
    var smtp = new JavaMailSenderImpl();
    smtp.setHost("127.0.0.1");
    smtp.setPort(port);
    smtp.getJavaMailProperties().setProperty("mail.smtp.timeout", "1000");
    var beans = new StaticListableBeanFactory(Map.of("smtp", smtp));
    var relay = new SmtpRelay(beans.getBeanProvider(JavaMailSender.class), FROM);
    var givingUp = new GivingUp(rows, listener, transaction);
    return new SendingMail(rows, rendering, relay, givingUp, clock);
  }
}
