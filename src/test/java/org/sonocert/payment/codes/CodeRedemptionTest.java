package org.sonocert.payment.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.engine.WindowTimers;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Receipts;
import org.sonocert.identity.Role;
import org.sonocert.payment.Buyer;
import org.sonocert.payment.Payments;
import org.sonocert.payment.codes.workflow.Entered;
import org.sonocert.payment.codes.workflow.Entered.Outcome;
import org.sonocert.payment.codes.workflow.EnteringCodes;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealParts
class CodeRedemptionTest {
  private static final String HERE = "192.0.2.1";

  private Buyer buyer;
  private CodeRoom room;
  @Autowired EnteringCodes entering;
  @Autowired SellingPackages selling;
  @Autowired ReadingPackages reading;
  @Autowired Enrolments enrolments;
  @Autowired Payments payments;
  @Autowired Receipts receipts;
  @Autowired WindowTimers timers;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;

  @BeforeEach
  void people(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
    room = CodeRoom.of(parts);
  }

  @AfterEach
  void forgetTries() {
    db.sql("delete from attempt").update();
  }

  @Test
  void aCodeOpensTheEnrolmentAsAPaymentDoes() {
    UUID pack = room.pack("LNG", 2);
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    String typed = " " + room.codes(pack).get(0).toLowerCase(Locale.ROOT).replace('-', ' ');

    Entered entered = only(candidate, typed);

    assertThat(entered.outcome()).isEqualTo(Outcome.OPENED);
    assertThat(entered.enrolment()).isEqualTo(id);
    Enrolment bought = enrolments.get(id);
    assertThat(bought.state()).isEqualTo(EnrolmentState.ACTIVE);
    Instant end = bought.purchasedAt().plus(Duration.ofDays(90));
    assertThat(timers.due(id)).containsExactly(end);
    assertThat(receipts.of(id).orElseThrow().windowEndsAt()).isEqualTo(end);
    assertThat(payments.of(id).orElseThrow())
        .satisfies(
            paid -> {
              assertThat(paid.instrument()).isEqualTo("enrollment code of Northern Test Hospital");
              assertThat(paid.amount().cents()).isEqualTo(15_000);
            });
    assertThat(rows("payment", id)).isEqualTo(1);
    assertThat(
            db.sql("select provider || ' ' || state from payment_intent where enrolment_id = ?")
                .param(id.value())
                .query(String.class)
                .list())
        .containsExactly("code captured");
    assertThat(room.counts(pack)).isEqualTo(new Counts(1, 0, 1, 0));
    assertThat(only(candidate, typed).outcome()).as("once more").isEqualTo(Outcome.OPENED);
    assertThat(rows("payment", id)).isEqualTo(1);
  }

  @Test
  void oneCodeAndTwentyCandidatesAtOnceHaveOneWinner() throws Exception {
    UUID pack = room.pack("LNG", 1);
    String code = room.codes(pack).get(0);
    List<AccountId> candidates = new ArrayList<>();
    List<EnrolmentId> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      candidates.add(buyer.person(Role.CANDIDATE));
      all.add(buyer.quoted(candidates.get(i), "LNG"));
    }

    List<Entered> answers = atOnce(candidates, code);

    assertThat(answers).filteredOn(a -> a.outcome() == Outcome.OPENED).hasSize(1);
    assertThat(answers)
        .filteredOn(Entered::refused)
        .hasSize(19)
        .allSatisfy(
            a -> {
              assertThat(a.status()).isEqualTo(409);
              assertThat(a.message()).containsAnyOf("used before", "taken");
            });
    assertThat(all)
        .filteredOn(id -> enrolments.get(id).state() == EnrolmentState.ACTIVE)
        .singleElement()
        .satisfies(id -> assertThat(rows("payment", id)).isEqualTo(1));
    assertThat(room.counts(pack)).isEqualTo(new Counts(0, 0, 1, 0));
  }

  @Test
  void severalCodesInOneFormGoEachToItsProductAndABadOneSpoilsNone() {
    String lung = room.codes(room.pack("LNG", 1)).get(0);
    String aorta = room.codes(room.pack("AAA", 1)).get(0);
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId first = buyer.quoted(candidate, "LNG");
    EnrolmentId second = buyer.quoted(candidate, "AAA");

    List<Entered> answers = entering.enter(candidate, lung + "\nnot a code\n" + aorta, false, HERE);

    assertThat(answers)
        .extracting(Entered::outcome)
        .containsExactly(Outcome.OPENED, Outcome.REFUSED, Outcome.OPENED);
    assertThat(answers).extracting(Entered::enrolment).containsExactly(first, null, second);
    assertThat(enrolments.get(first).state()).isEqualTo(EnrolmentState.ACTIVE);
    assertThat(enrolments.get(second).state()).isEqualTo(EnrolmentState.ACTIVE);
  }

  @Test
  void eachBadCodeIsRefusedWithItsReasonAndNothingIsBooked() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    String right = room.codes(room.pack("LNG", 1)).get(0);

    String last = right.endsWith("0") ? "1" : "0";
    refused(
        candidate, right.substring(0, right.length() - 1) + last, 422, "not an enrollment code");
    refused(candidate, CodeSigns.of(new byte[32]), 422, "know no such enrollment code");
    refused(candidate, room.codes(room.pack("AAA", 1)).get(0), 409, "no open application for that");
    UUID closed = room.pack("LNG", 1);
    String ofClosed = room.codes(closed).get(0);
    selling.close(closed);
    refused(candidate, ofClosed, 410, "package of this code was closed");
    UUID old = room.pack("LNG", 1);
    String ofOld = room.codes(old).get(0);
    db.sql("update enrollment_code set valid_until = ? where package_id = ?")
        .params(java.sql.Timestamp.from(clock.now().minusSeconds(1)), old)
        .update();
    refused(candidate, ofOld, 410, "could be used until");
    AccountId other = buyer.person(Role.CANDIDATE);
    buyer.quoted(other, "LNG");
    assertThat(only(other, right).outcome()).isEqualTo(Outcome.OPENED);
    refused(candidate, right, 409, "used before");

    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.APPLYING);
    assertThat(rows("payment_intent", id)).isZero();
    assertThatThrownBy(() -> entering.enter(candidate, " ", false, HERE))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.rejection().kind().status()).isEqualTo(422));
  }

  @Test
  void whoGuessesIsStoppedAndARightCodeThenWorksNoMore() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    buyer.quoted(candidate, "LNG");
    String right = room.codes(room.pack("LNG", 1)).get(0);
    for (int guess = 0; guess < 30; guess++) {
      byte[] bits = new byte[32];
      bits[0] = (byte) (guess + 1);
      refused(candidate, CodeSigns.of(bits), 422, "know no such");
    }

    refused(candidate, right, 429, "too often");
  }

  @Test
  void aCodeForAProductThatWasBoughtStaysUnused() {
    UUID pack = room.pack("LNG", 2);
    List<String> codes = room.codes(pack);
    AccountId candidate = buyer.person(Role.CANDIDATE);
    buyer.quoted(candidate, "LNG");
    assertThat(only(candidate, codes.get(0)).outcome()).isEqualTo(Outcome.OPENED);

    refused(candidate, codes.get(1), 409, "bought already");

    assertThat(room.counts(pack)).isEqualTo(new Counts(1, 0, 1, 0));
  }

  private void refused(AccountId candidate, String typed, int status, String reason) {
    Entered answer = only(candidate, typed);
    assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(answer.message()).contains(reason);
    assertThat(answer.status()).isEqualTo(status);
  }

  private Entered only(AccountId candidate, String typed) {
    List<Entered> answers = entering.enter(candidate, typed, false, HERE);
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  private long rows(String table, EnrolmentId id) {
    return db.sql("select count(*) from " + table + " where enrolment_id = ?")
        .param(id.value())
        .query(Long.class)
        .single();
  }

  private List<Entered> atOnce(List<AccountId> candidates, String code) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(candidates.size());
    try {
      CountDownLatch ready = new CountDownLatch(candidates.size());
      List<Future<Entered>> futures = new ArrayList<>();
      for (AccountId candidate : candidates) {
        futures.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return only(candidate, code);
                }));
      }
      List<Entered> results = new ArrayList<>();
      for (Future<Entered> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }
}
