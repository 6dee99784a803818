package org.sonocert.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealParts
class AwardTest {
  @Autowired ApplicationContext parts;
  @Autowired Credentials credentials;
  @Autowired Documents documents;
  @Autowired FreezingDocuments freezing;
  @Autowired Enrolments enrolments;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;

  AwardRoom room;
  Instant bought;

  @BeforeEach
  void room() {
    room = new AwardRoom(parts);
    bought = clock.now().minus(Duration.ofDays(20));
  }

  private AwardRoom.Candidate ready() {
    AwardRoom.Candidate candidate = room.bought("Ana", "Núñez", bought);
    room.evidence(candidate, bought.plusSeconds(3600), bought.plusSeconds(7200));
    return candidate;
  }

  @Test
  void anAwardHoldsWhatWasTrueOnItsDay() {
    AwardRoom.Candidate candidate = ready();
    Credential credential = room.award(candidate.enrolment());
    assertThat(credential.scope()).isEqualTo("Clinical Certificate in Lung ultrasound");
    assertThat(credential.scheme()).isEqualTo(Scheme.CERTIFICATE);
    assertThat(credential.holderName()).isEqualTo("Ana Núñez");
    assertThat(credential.decisionReason()).isEqualTo(AwardRoom.DECISION);
    assertThat(credential.validUntil())
        .isEqualTo(credential.awardedAt().atOffset(ZoneOffset.UTC).plusYears(5).toInstant());
    assertThat(credential.validityReason()).contains("5 years");
    Enrolment ended = enrolments.get(candidate.enrolment());
    assertThat(ended.state()).isEqualTo(EnrolmentState.CERTIFIED);
    assertThat(ended.endedAt()).isEqualTo(credential.awardedAt());
    assertThat(room.mails(candidate.enrolment())).containsExactly("certificate-issued");
  }

  @Test
  void aStepThatRunsTwiceAwardsOnce() {
    AwardRoom.Candidate candidate = ready();
    Credential first = room.award(candidate.enrolment());
    Credential second = room.award(candidate.enrolment());
    assertThat(second.serial()).isEqualTo(first.serial());
    assertThat(room.mails(candidate.enrolment())).containsExactly("certificate-issued");
  }

  @Test
  void twoJobsAtTheSameInstantAwardOnce() throws Exception {
    AwardRoom.Candidate candidate = ready();
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      Callable<Credential> award = () -> room.award(candidate.enrolment());
      List<Future<Credential>> awarded = both.invokeAll(List.of(award, award));
      assertThat(awarded.get(0).get().serial()).isEqualTo(awarded.get(1).get().serial());
    } finally {
      both.shutdown();
    }
    assertThat(room.mails(candidate.enrolment())).containsExactly("certificate-issued");
  }

  @Test
  void evidenceThatCameInAfterTheWindowIsRefused() {
    AwardRoom.Candidate candidate = room.bought("Late", "Comer", bought.minus(AwardRoom.WINDOW));
    Instant end = bought;
    room.evidence(candidate, end.minusSeconds(60), end.plusMillis(1));
    assertThatThrownBy(() -> room.award(candidate.enrolment()))
        .hasMessageContaining("after the window's end");
    assertThat(credentials.of(candidate.enrolment())).isEmpty();
    assertThat(enrolments.get(candidate.enrolment()).state()).isEqualTo(EnrolmentState.ACTIVE);
    assertThat(room.mails(candidate.enrolment())).isEmpty();
  }

  @Test
  void withoutEvidenceNothingIsAwarded() {
    AwardRoom.Candidate candidate = room.bought("No", "Evidence", bought);
    assertThatThrownBy(() -> room.award(candidate.enrolment()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no passed assessment");
    assertThat(credentials.of(candidate.enrolment())).isEmpty();
  }

  @Test
  void aLaterAwardOfTheSameProductTakesTheEarlierOnesPlace() {
    Instant then = clock.now().minus(Duration.ofDays(1700));
    AwardRoom.Candidate person = room.bought("Twice", "Awarded", then.minus(Duration.ofDays(9)));
    room.evidence(person, then.minusSeconds(60), then.minusSeconds(60));
    Credential first = room.award(person.enrolment(), then);
    var second = room.again(person.id(), bought);
    room.evidence(person.id(), second, bought.plusSeconds(60), bought.plusSeconds(60));
    Credential later = room.award(second);
    Credential replaced = credentials.of(first.serial()).orElseThrow();
    assertThat(replaced.at(clock.now())).isEqualTo(Standing.EXPIRED);
    assertThat(replaced.since(clock.now())).isEqualTo(later.awardedAt());
    assertThat(later.at(clock.now())).isEqualTo(Standing.VALID);
  }

  @Test
  void theDocumentIsFrozenAfterTheAwardAndNeverChanges() {
    AwardRoom.Candidate candidate = ready();
    room.award(candidate.enrolment());
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> documents.current(candidate.enrolment()).isPresent());
    Document before = documents.current(candidate.enrolment()).orElseThrow();
    room.rename(candidate.id(), "Somebody", "Else");
    freezing.freeze(candidate.enrolment());
    freezing.freezeMissing();
    Document after = documents.current(candidate.enrolment()).orElseThrow();
    assertThat(after.content()).isEqualTo(before.content());
    assertThat(after.number()).isEqualTo(1);
    assertThat(credentials.of(candidate.enrolment()).orElseThrow().holderName())
        .isEqualTo("Ana Núñez");
    assertThat(credentials.of(candidate.enrolment()).orElseThrow().documentReady()).isTrue();
  }

  @Test
  void theDatabaseItselfRefusesToChangeWhatWasAwarded() {
    Credential credential = room.awarded("Fixed", "Facts", clock.now().minusSeconds(60));
    freezing.freeze(credential.enrolment());
    for (String change :
        List.of(
            "update credential set holder_name = 'X' where enrolment_id = ?",
            "delete from credential where enrolment_id = ?",
            "update credential_document set holder_name = 'X' where enrolment_id = ?",
            "delete from credential_document where enrolment_id = ?")) {
      assertThatThrownBy(() -> db.sql(change).param(credential.enrolment().value()).update())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
  }
}
