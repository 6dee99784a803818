package org.sonocert.peerevaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.peerevaluation.EvaluationCodes.Check;
import org.sonocert.peerevaluation.sealed.CodeHashes;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RealParts
class EvaluationCodesTest {
  @Autowired ApplicationContext parts;
  @Autowired CodeHashes hashes;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transaction;

  private Instant now = Instant.parse("2027-03-01T10:00:00Z");
  private EvaluationCodes codes;
  private NomineeId nominee;
  private NomineeId other;

  @BeforeEach
  void somebodyIsInvited() {
    PeerRoom room = new PeerRoom(parts);
    EnrolmentId enrolment = room.enrolment(room.candidate());
    String bea = PeerRoom.mailbox();
    String carl = PeerRoom.mailbox();
    room.name(enrolment, bea, carl);
    nominee = room.nominee(enrolment, bea).id();
    other = room.nominee(enrolment, carl).id();
    codes = new EvaluationCodes(db, hashes, () -> now);
  }

  @Test
  void theRightCodeOpensOnce() {
    String code = draw();
    assertThat(codes.check(nominee, code)).isEqualTo(Check.RIGHT);
    assertThat(codes.check(nominee, code)).isEqualTo(Check.VOID);
  }

  @Test
  void spacesInACodeDoNotMatter() {
    String code = draw();
    assertThat(codes.check(nominee, " " + code.substring(0, 3) + " " + code.substring(3)))
        .isEqualTo(Check.RIGHT);
  }

  @Test
  void aCodeIsGoodForTenMinutesOfTheMachinesClock() {
    String code = draw();
    now = now.plus(Duration.ofMinutes(10)).minusMillis(1);
    assertThat(codes.check(nominee, wrong(code))).isEqualTo(Check.WRONG);
    now = now.plusMillis(1);
    assertThat(codes.check(nominee, code)).isEqualTo(Check.VOID);
  }

  @Test
  void theSixthTryIsRefusedEvenWithTheRightCode() {
    String code = draw();
    for (int i = 0; i < 5; i++) {
      assertThat(codes.check(nominee, wrong(code))).isEqualTo(Check.WRONG);
    }
    assertThat(codes.check(nominee, code)).isEqualTo(Check.VOID);
  }

  @Test
  void theFifthTryMayStillBeRight() {
    String code = draw();
    for (int i = 0; i < 4; i++) {
      codes.check(nominee, wrong(code));
    }
    assertThat(codes.check(nominee, code)).isEqualTo(Check.RIGHT);
  }

  @Test
  void aNewCodeEndsTheOneBefore() {
    String first = draw();
    String second = draw();
    if (!first.equals(second)) {
      assertThat(codes.check(nominee, first)).isEqualTo(Check.WRONG);
    }
    assertThat(codes.check(nominee, second)).isEqualTo(Check.RIGHT);
  }

  @Test
  void aCodeOpensNobodyElsesEvaluation() {
    String code = draw();
    assertThat(codes.check(other, code)).isEqualTo(Check.VOID);
    assertThat(codes.check(nominee, code)).isEqualTo(Check.RIGHT);
  }

  @Test
  void theFourthCodeInAQuarterOfAnHourIsRefused() {
    draw();
    draw();
    draw();
    assertThatThrownBy(this::draw)
        .isInstanceOfSatisfying(
            Rejected.class,
            r -> assertThat(r.rejection().kind()).isEqualTo(Rejection.Kind.TOO_MANY));
    now = now.plus(Duration.ofMinutes(15)).plusSeconds(1);
    assertThat(draw()).hasSize(6);
  }

  @Test
  void ofManyAtOnceWithTheRightCodeOneOpens() throws Exception {
    String code = draw();
    ExecutorService people = Executors.newFixedThreadPool(8);
    try {
      Callable<Check> attempt = () -> codes.check(nominee, code);
      List<Future<Check>> results =
          people.invokeAll(
              List.of(attempt, attempt, attempt, attempt, attempt, attempt, attempt, attempt));
      long opened = 0;
      for (Future<Check> result : results) {
        opened += result.get() == Check.RIGHT ? 1 : 0;
      }
      assertThat(opened).isEqualTo(1);
    } finally {
      people.shutdown();
    }
  }

  @Test
  void aCodeIsNotKeptInClear() {
    String code = draw();
    assertThat(
            db.sql("select encode(code_hash, 'escape') from evaluation_code where nominee_id = ?")
                .param(nominee.value())
                .query(String.class)
                .list())
        .noneMatch(kept -> kept.contains(code));
  }

  private String draw() {
    return transaction.execute(t -> codes.draw(nominee)).code();
  }

  private static String wrong(String code) {
    return code.startsWith("9") ? "0" + code.substring(1) : "9" + code.substring(1);
  }
}
