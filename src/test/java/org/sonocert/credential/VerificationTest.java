package org.sonocert.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RealParts
class VerificationTest {
  @Autowired ApplicationContext parts;
  @Autowired ProgrammeClock clock;
  @LocalServerPort int port;

  AwardRoom room;
  Stranger stranger;

  @BeforeEach
  void room() {
    room = new AwardRoom(parts);
    stranger = new Stranger(port);
  }

  private Credential standing(Standing standing) {
    Instant now = clock.now();
    Instant award =
        standing == Standing.EXPIRED
            ? now.atOffset(ZoneOffset.UTC).minusYears(5).minusDays(1).toInstant()
            : now.minus(Duration.ofDays(100));
    Credential credential = room.awarded("Ana", "Núñez <b>&", award);
    if (standing == Standing.SUSPENDED) {
      room.decide(credential, CredentialState.SUSPENDED, now.minus(Duration.ofDays(3)));
    }
    if (standing == Standing.REVOKED) {
      room.decide(credential, CredentialState.REVOKED, now.minus(Duration.ofDays(3)));
    }
    return credential;
  }

  @ParameterizedTest
  @EnumSource
  void aStrangerSeesHowItStandsAsPageAndAsJson(Standing standing) {
    Credential credential = standing(standing);
    String path = "/verify/" + credential.serial();

    var page = stranger.get(path, "text/html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    String word = standing.word();
    assertThat(page.body())
        .containsIgnoringCase(">" + word + "<")
        .contains("Núñez &lt;b&gt;&amp;", credential.scope(), credential.serial().text())
        .contains("Sonocert Demo Board", "no specialty certification")
        .doesNotContain("<b>&</b>", "??", AwardRoom.DECISION);

    for (var answer :
        new java.net.http.HttpResponse[] {
          stranger.get(path, "application/json"), stranger.get(path + ".json", "*/*")
        }) {
      JsonNode json = JsonMapper.shared().readTree((String) answer.body());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(json.path("status").asString()).isEqualTo(word);
      assertThat(json.path("holderName").asString()).isEqualTo("Ana Núñez <b>&");
      assertThat(json.path("scheme").asString()).isEqualTo("certificate");
      assertThat(json.path("scope").asString()).isEqualTo(credential.scope());
      assertThat(json.path("issuer").asString()).isEqualTo("Sonocert Demo Board");
      assertThat(Instant.parse(json.path("awardedAt").asString()))
          .isEqualTo(credential.awardedAt());
      assertThat(Instant.parse(json.path("validUntil").asString()))
          .isEqualTo(credential.validUntil());
      assertThat(Instant.parse(json.path("checkedAt").asString())).isNotNull();
    }
  }

  @Test
  void aMistypedSerialIsSaidToBeMistyped() {
    String right = standing(Standing.VALID).serial().text();
    char last = right.charAt(right.length() - 1);
    String wrong = right.substring(0, right.length() - 1) + (last == '7' ? '8' : '7');
    var page = stranger.get("/verify/" + wrong, "text/html");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("mistyped", wrong).doesNotContain("Núñez");
    var json = stranger.get("/verify/" + wrong, "application/json");
    assertThat(json.statusCode()).isEqualTo(422);
    assertThat(json.body()).contains("\"mistyped\"", "check character");
  }

  @Test
  void anUnknownSerialIsNotFoundInClearWords() {
    Serial never = Serial.draw(2027, new java.util.Random());
    var page = stranger.get("/verify/" + never, "text/html");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("No credential has this serial");
    var json = stranger.get("/verify/" + never + ".json", "*/*");
    assertThat(json.statusCode()).isEqualTo(404);
    assertThat(json.body()).contains("\"unknown\"");
  }

  @Test
  void theFormLeadsToTheAnswerHoweverTheSerialIsTyped() {
    Credential credential = standing(Standing.VALID);
    assertThat(stranger.get("/verify", "text/html").body()).contains("name=\"serial\"");
    String typed = credential.serial().text().toLowerCase().replace("-", "%20");
    var page = stranger.get("/verify?serial=" + typed, "text/html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains(credential.serial().text(), "Núñez");
  }

  @Test
  void onlyTheHolderDownloadsTheDocumentAndItIsTheFrozenOne() {
    AwardRoom.Candidate holder =
        room.bought("Ana", "Núñez", clock.now().minus(Duration.ofDays(20)));
    room.evidence(holder, clock.now().minusSeconds(600), clock.now().minusSeconds(600));
    Credential credential = room.award(holder.enrolment());
    parts.getBean(FreezingDocuments.class).freeze(holder.enrolment());
    String path = "/me/" + holder.enrolment() + "/certificate.pdf";

    assertThat(new String(stranger.bytes(path).body()).startsWith("%PDF")).isFalse();

    Stranger other = new Stranger(port);
    AwardRoom.Candidate somebody = room.bought("Some", "Body", clock.now());
    other.signIn(somebody.email());
    assertThat(other.bytes(path).statusCode()).isEqualTo(404);
    assertThat(other.bytes("/me/" + somebody.enrolment() + "/certificate.pdf").statusCode())
        .isEqualTo(404);

    Stranger owner = new Stranger(port);
    owner.signIn(holder.email());
    var first = owner.bytes(path);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Content-Type")).hasValue("application/pdf");
    room.rename(holder.id(), "Somebody", "Else");
    assertThat(owner.bytes(path).body()).isEqualTo(first.body());
    assertThat(owner.get("/me/" + holder.enrolment(), "text/html").body())
        .contains(credential.serial().text(), "/verify/" + credential.serial(), path);
  }
}
