package org.sonocert.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.assessment.agreement.AgreementPart;
import org.sonocert.assessment.agreement.AgreementText;
import org.sonocert.assessment.agreement.AgreementVersion;
import org.sonocert.assessment.agreement.Agreements;
import org.sonocert.assessment.agreement.Agreements.Accepted;
import org.sonocert.assessment.agreement.NewText;
import org.sonocert.assessment.agreement.PublishingAgreements;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.engine.CompletingTasks;
import org.sonocert.engine.Completion;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.identity.Role;
import org.sonocert.operations.OpsRoom;
import org.sonocert.payment.Buyer;
import org.sonocert.payment.Payer;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts of the agreement: in versions, by two people, and accepted as they were read. */
@RealParts
class AgreementTest {
  private static final Map<String, List<String>> YES =
      Map.of("acceptAccuracy", List.of("true"), "acceptConfidentiality", List.of("true"));

  @LocalServerPort int port;
  @Autowired ApplicationContext parts;
  @Autowired Agreements agreements;
  @Autowired PublishingAgreements publishing;
  @Autowired CompletingTasks completing;
  @Autowired TaskInbox inbox;
  @Autowired JdbcClient db;
  private Buyer buyer;
  private AccountId writer;
  private AccountId second;

  @BeforeEach
  void people() {
    buyer = Buyer.of(parts.getAutowireCapableBeanFactory());
    writer = buyer.person(Role.PROGRAMME_MANAGER);
    second = buyer.person(Role.PROGRAMME_MANAGER);
  }

  @Test
  void aTextIsInForceOnceAnotherManagerThanItsWriterApprovedIt() {
    int before = inForce().version();
    int written = write();
    assertThat(inForce().version()).isEqualTo(before);
    assertThatThrownBy(() -> publishing.decide(writer, AgreementPart.ACCURACY, written, true))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("yourself");
    publishing.decide(second, AgreementPart.ACCURACY, written, true);
    assertThat(inForce().version()).isEqualTo(written);
    assertThatThrownBy(() -> publishing.decide(second, AgreementPart.ACCURACY, written, false))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("decided before");
  }

  @Test
  void aRefusedTextIsNeverInForceAndOnlyOneWaitsAtATime() {
    int before = inForce().version();
    int written = write();
    assertThatThrownBy(this::write).isInstanceOf(Rejected.class).hasMessageContaining("waits");
    publishing.decide(second, AgreementPart.ACCURACY, written, false);
    assertThat(inForce().version()).isEqualTo(before);
  }

  @Test
  void theDatabaseItselfTakesNoDecisionOfTheWriterAndNoChangeOfAText() {
    int written = write();
    assertThatThrownBy(
            () ->
                db.sql("insert into agreement_decision values ('accuracy', ?, true, ?, now())")
                    .params(written, writer.value())
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("written by the same person");
    assertThatThrownBy(() -> db.sql("update agreement_text set body = 'x'").update())
        .hasStackTraceContaining("permission denied");
    publishing.decide(second, AgreementPart.ACCURACY, written, false);
  }

  @Test
  void whoReadAnOlderTextReadsTheNewOneBeforeItIsAccepted() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = paid(candidate);
    String shown = tokens(Locale.ENGLISH);
    publishing.decide(second, AgreementPart.ACCURACY, write(), true);

    assertThatThrownBy(() -> accept(candidate, id, shown))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("Please read it");
    assertThatThrownBy(() -> accept(candidate, id, "")).isInstanceOf(Rejected.class);
    assertThat(agreements.of(id)).isEmpty();
    accept(candidate, id, tokens(Locale.ENGLISH));
    assertThat(agreements.of(id)).hasSize(2);
  }

  @Test
  void anAcceptanceKeepsVersionLanguageAndFingerprintWhateverIsPublishedLater() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = paid(candidate);
    Locale spanish = Locale.forLanguageTag("es");
    List<AgreementText> read = agreements.inForce(spanish);
    LocaleContextHolder.setLocale(spanish);
    try {
      accept(candidate, id, tokens(spanish));
    } finally {
      LocaleContextHolder.resetLocaleContext();
    }
    publishing.decide(second, AgreementPart.ACCURACY, write(), true);

    assertThat(agreements.of(id)).extracting(Accepted::text).isEqualTo(read);
    assertThat(read).extracting(AgreementText::language).containsOnly("es");
    assertThat(leaves(id)).contains(read.get(0).token(), read.get(0).hash());
  }

  @Test
  void managersPublishOnTheirPageAndCandidatesAndAuditorsSeeWhatWasAccepted() {
    OpsRoom room = new OpsRoom(parts, port);
    String sentence = "Everything that I have told the programme is true, " + UUID.randomUUID();
    PlainBrowser manager = room.signedIn(Role.PROGRAMME_MANAGER).open("/programme/agreements");
    manager.send("/programme/agreements", Map.of("english", sentence, "spanish", "corto"));
    assertThat(manager.status()).isEqualTo(422);
    assertThat(manager.page().selectFirst("#english").text()).isEqualTo(sentence);
    manager.send(
        "/programme/agreements",
        Map.of("english", sentence, "spanish", "Todo es cierto. " + sentence, "reason", "Clearer"));
    assertThat(manager.text()).contains("Another manager has to decide it");
    PlainBrowser other = room.signedIn(Role.PROGRAMME_MANAGER).open("/programme/agreements");
    other.send("/decide", Map.of());
    assertThat(other.status()).isEqualTo(400);
    Element approve =
        other.open("/programme/agreements").page().selectFirst("form[action$=decide]");
    other.post(
        approve.absUrl("action"),
        List.of(
            Map.entry("_csrf", approve.selectFirst("input[name=_csrf]").val()),
            Map.entry("approved", "true")));
    assertThat(other.text()).contains("No new version waits").contains(sentence);

    Walk walk = room.bought("Agnes" + UUID.randomUUID().toString().substring(0, 6));
    walk.task("agreement", Map.of());
    assertThat(walk.candidate().open("/me/" + walk.enrolment()).text())
        .contains("What you accepted", sentence);
    EnrolmentId id = EnrolmentId.of(walk.enrolment());
    String hash = agreements.of(id).get(0).text().hash();
    assertThat(room.signedIn(Role.AUDITOR).open("/audit/" + id).text())
        .contains("Agreement as it was accepted", hash);
  }

  private EnrolmentId paid(AccountId candidate) {
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    Payer.of(parts.getAutowireCapableBeanFactory()).card(candidate, id);
    return id;
  }

  private int write() {
    publishing.write(
        writer,
        new NewText(
            "accuracy",
            "What I told the programme is accurate. " + UUID.randomUUID(),
            "Lo que declaré al programa es exacto. " + UUID.randomUUID(),
            "The lawyers asked for it."));
    return publishing.versions(writer).stream()
        .filter(AgreementVersion::open)
        .findFirst()
        .orElseThrow()
        .version();
  }

  private AgreementText inForce() {
    return agreements.inForce(Locale.ENGLISH).get(0);
  }

  private String tokens(Locale locale) {
    return agreements.inForce(locale).stream()
        .map(AgreementText::token)
        .collect(Collectors.joining(" "));
  }

  private void accept(AccountId candidate, EnrolmentId id, String shown) {
    TaskView task = inbox.find(id, "accept-agreement", null).orElseThrow();
    completing.complete(
        new Completion(
            task.id(),
            id,
            Set.of("candidate"),
            candidate,
            UUID.randomUUID().toString(),
            YES,
            shown));
  }

  private String leaves(EnrolmentId id) {
    return String.join(
        " ",
        db.sql("select payload from audit_payload" + " where enrolment_id = ?")
            .param(id.value())
            .query(String.class)
            .list());
  }
}
