package org.sonocert.payment.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.application.workflow.ApplicationProcess;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Role;
import org.sonocert.payment.Buyer;
import org.sonocert.payment.codes.workflow.Entered;
import org.sonocert.payment.codes.workflow.Entered.Outcome;
import org.sonocert.payment.codes.workflow.EnteringCodes;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RealParts
class ReservedCodesTest {
  private static final String HERE = "192.0.2.2";

  private Buyer buyer;
  private CodeRoom room;
  private TransactionTemplate transaction;
  @Autowired EnteringCodes entering;
  @Autowired HoldingCodes holding;
  @Autowired SellingPackages selling;
  @Autowired ReadingPackages reading;
  @Autowired ApplicationProcess applications;
  @Autowired Enrolments enrolments;
  @Autowired TimeMachine time;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;

  @BeforeEach
  void people(
      @Autowired AutowireCapableBeanFactory parts,
      @Autowired PlatformTransactionManager transactions) {
    buyer = Buyer.of(parts);
    room = CodeRoom.of(parts);
    transaction = new TransactionTemplate(transactions);
  }

  @AfterEach
  void forgetTries() {
    db.sql("delete from attempt").update();
  }

  @Test
  void aCodeThatIsEnteredEarlyIsUsedWhenThePriceIsConfirmed() {
    UUID pack = room.pack("LNG", 1);
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.open(candidate, "LNG");

    assertThat(only(candidate, room.codes(pack).get(0)).outcome()).isEqualTo(Outcome.RESERVED);
    assertThat(room.counts(pack)).isEqualTo(new Counts(0, 1, 0, 0));
    selling.close(pack);
    upToEligibility(candidate, id);
    buyer.confirm(candidate, id);
    time.advance(Duration.ofMinutes(1));

    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.ACTIVE);
    assertThat(room.counts(pack)).isEqualTo(new Counts(0, 0, 1, 0));
  }

  @Test
  void aReservationRunsOutFourteenDaysAfterEligibilityWasDecided() {
    UUID pack = room.pack("LNG", 1);
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.open(candidate, "LNG");
    only(candidate, room.codes(pack).get(0));
    time.advance(Duration.ofDays(20));
    assertThat(room.counts(pack).reserved()).as("before the decision").isEqualTo(1);
    upToEligibility(candidate, id);

    time.advance(Duration.ofDays(14).minusMinutes(5));
    assertThat(room.counts(pack).reserved()).isEqualTo(1);
    time.advance(Duration.ofMinutes(10));

    assertThat(room.counts(pack)).isEqualTo(new Counts(1, 0, 0, 0));
    assertThat(holding.of(id)).isEmpty();
  }

  @Test
  void aReservedCodeIsFreeAgainWhenItsApplicationEndsOrItsHolderGivesItBack() {
    UUID pack = room.pack("LNG", 2);
    List<String> codes = room.codes(pack);
    AccountId first = buyer.person(Role.CANDIDATE);
    AccountId second = buyer.person(Role.CANDIDATE);
    EnrolmentId one = buyer.open(first, "LNG");
    EnrolmentId two = buyer.open(second, "LNG");
    only(first, codes.get(0));
    only(second, codes.get(1));
    assertThat(only(first, codes.get(1)).message()).contains("reserved for another application");
    assertThatThrownBy(() -> holding.giveUp(first, two)).isInstanceOf(Rejected.class);

    applications.withdraw(first, one);
    holding.giveUp(second, two);

    assertThat(room.counts(pack)).isEqualTo(new Counts(2, 0, 0, 0));
    assertThat(only(second, codes.get(0)).outcome()).isEqualTo(Outcome.RESERVED);
    assertThat(only(second, codes.get(1)).message()).contains("reserved already");
  }

  @Test
  void aCodeComesBackFromACancelledEnrolmentAndPaysAgain() {
    UUID pack = room.pack("LNG", 1, clock.now().plus(Duration.ofDays(2)));
    String code = room.codes(pack).get(0);
    AccountId first = buyer.person(Role.CANDIDATE);
    EnrolmentId cancelled = buyer.quoted(first, "LNG");
    only(first, code);
    Instant then = clock.now();

    transaction.executeWithoutResult(
        status -> {
          enrolments.lock(cancelled);
          enrolments.end(cancelled, EnrolmentState.CANCELLED, then, "cancelled in a test");
        });

    assertThat(room.counts(pack)).isEqualTo(new Counts(1, 0, 0, 0));
    CodeLine line = reading.forManager(pack).codes().get(0);
    assertThat(line.validUntil()).isEqualTo(micros(then.plus(Duration.ofDays(30))));
    AccountId second = buyer.person(Role.CANDIDATE);
    EnrolmentId again = buyer.quoted(second, "LNG");
    assertThat(only(second, code).outcome()).isEqualTo(Outcome.OPENED);
    assertThat(enrolments.get(again).state()).isEqualTo(EnrolmentState.ACTIVE);
  }

  @Test
  void aCodeStaysUsedWhateverElseEndsItsEnrolment() {
    UUID pack = room.pack("LNG", 1);
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "LNG");
    only(candidate, room.codes(pack).get(0));

    transaction.executeWithoutResult(
        status -> {
          enrolments.lock(id);
          enrolments.end(id, EnrolmentState.UNSUCCESSFUL, clock.now(), "below in a test");
        });

    assertThat(room.counts(pack)).isEqualTo(new Counts(0, 0, 1, 0));
  }

  @Test
  void unusedCodesOfARetiredProductAreExchangedForOneOfTheSameFeeOnly() {
    UUID pack = room.pack("LNG", 3);
    List<String> codes = room.codes(pack);
    assertThatThrownBy(() -> selling.exchange(pack, "LNG", "AAA"))
        .hasMessageContaining("product-open");
    db.sql("update enrollment_code set product = 'GIT' where package_id = ?").param(pack).update();

    assertThatThrownBy(() -> selling.exchange(pack, "GIT", "SP-EM"))
        .hasMessageContaining("other-fee");
    assertThat(selling.exchange(pack, "GIT", "AAA")).isEqualTo(3);
    assertThatThrownBy(() -> selling.exchange(pack, "GIT", "AAA"))
        .hasMessageContaining("none-unused");

    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.quoted(candidate, "AAA");
    assertThat(only(candidate, codes.get(0)).enrolment()).isEqualTo(id);
    assertThat(reading.forManager(pack).notes())
        .extracting(ReadingPackages.Note::kind)
        .containsExactly("made", "exchanged");
  }

  @Test
  void aPackageCannotChangeWithoutANoteOfWhoDidIt() {
    UUID pack = room.pack("LNG", 1);
    assertThatThrownBy(
            () ->
                db.sql("update code_package set valid_until = now() where id = ?")
                    .param(pack)
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("without a note");
    assertThatThrownBy(() -> db.sql("delete from code_package_change").update())
        .isInstanceOf(DataAccessException.class);
  }

  private static Instant micros(Instant at) {
    return at.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }

  private void upToEligibility(AccountId candidate, EnrolmentId id) {
    buyer.describePractice(candidate, id, "MD" + UUID.randomUUID());
    buyer.showFundamentals(candidate, id);
    buyer.attest(candidate, id, 30);
  }

  private Entered only(AccountId candidate, String typed) {
    List<Entered> answers = entering.enter(candidate, typed, false, HERE);
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }
}
