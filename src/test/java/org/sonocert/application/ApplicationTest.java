package org.sonocert.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.application.workflow.ApplicationProcess;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.engine.ClaimingTasks;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Role;
import org.sonocert.payment.Buyer;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealParts
class ApplicationTest {
  private static final Set<String> MANAGERS = Set.of("programme-manager");

  private Buyer buyer;
  @Autowired ApplicationProcess applications;
  @Autowired Enrolments enrolments;
  @Autowired TaskInbox inbox;
  @Autowired ClaimingTasks claiming;
  @Autowired JdbcClient db;

  @BeforeEach
  void buyer(@Autowired AutowireCapableBeanFactory parts) {
    buyer = Buyer.of(parts);
  }

  @Test
  void whatIsNotOpenCannotBeAppliedFor() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    refused(() -> buyer.open(candidate, "CAR"), "product-not-open");
    refused(() -> buyer.open(candidate, "SP-EM"), "product-not-open");
    refused(() -> buyer.open(candidate, "NOPE"), "not-found");
  }

  @Test
  void onePersonHasOneOpenEnrolmentInAProduct() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    buyer.open(candidate, "LNG");
    refused(() -> buyer.open(candidate, "LNG"), "enrolment-open");
    assertThat(buyer.open(candidate, "AAA")).isNotNull();
  }

  @Test
  void aLicenceBelongsToOneAccountHoweverItIsWritten() {
    String licence = "TX-" + UUID.randomUUID();
    AccountId first = buyer.person(Role.CANDIDATE);
    buyer.describePractice(first, buyer.open(first, "LNG"), licence);
    buyer.describePractice(first, buyer.open(first, "AAA"), licence);

    AccountId second = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.open(second, "LNG");
    String same = licence.toLowerCase().replace("-", " ");
    refused(() -> buyer.describePractice(second, id, same), "licence-known");
    assertThat(buyer.task(id, "describe-practice")).isNotNull();
  }

  @Test
  void aLicenceIsFreeAgainOnceNothingOfItsApplicationsIsLeft() {
    String licence = "TX-" + UUID.randomUUID();
    AccountId first = buyer.person(Role.CANDIDATE);
    EnrolmentId lung = buyer.open(first, "LNG");
    EnrolmentId aorta = buyer.open(first, "AAA");
    buyer.describePractice(first, lung, licence);
    buyer.describePractice(first, aorta, licence.toLowerCase(Locale.ROOT));
    AccountId second = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.open(second, "LNG");

    buyer.showFundamentals(first, lung);
    applications.withdraw(first, lung);
    refused(() -> buyer.describePractice(second, id, licence), "licence-known");
    buyer.showFundamentals(first, aorta);
    buyer.attest(first, aorta, 1);
    assertThat(outcome(aorta)).isEqualTo("not-eligible");

    buyer.describePractice(second, id, licence);
    EnrolmentId again = buyer.open(first, "LNG");
    refused(() -> buyer.describePractice(first, again, licence), "licence-known");
  }

  @Test
  void tooFewCasesEndTheApplicationWithTheTablesReason() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = attested(candidate, 19);

    Enrolment ended = enrolments.get(id);
    assertThat(ended.state()).isEqualTo(EnrolmentState.APPLICATION_ENDED);
    assertThat(ended.endReason()).contains("fewer cases");
    assertThat(outcome(id)).isEqualTo("not-eligible");
    assertThat(mails(id)).containsExactly("application-not-eligible");
    assertThat(inbox.of(id)).isEmpty();
    assertThat(buyer.open(candidate, "LNG")).isNotNull();
  }

  @Test
  void theAreasNumberIsEnough() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = attested(candidate, 20);
    assertThat(buyer.task(id, "confirm-quote")).isNotNull();
  }

  @Test
  void aWaiverIsCheckedByStaffInBusinessDaysAndNeverByTheCandidate() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = waiverAsked(candidate);
    TaskView task = buyer.task(id, "check-waiver");
    assertThat(task.group()).isEqualTo("programme-manager");
    assertThat(task.dueAt()).isAfter(task.createdAt());

    claiming.claim(task.id(), candidate, MANAGERS);
    refused(() -> decide(candidate, id, "yes"), "own-waiver");
    claiming.release(task.id(), candidate, MANAGERS);

    AccountId manager = buyer.person(Role.PROGRAMME_MANAGER);
    claiming.claim(task.id(), manager, MANAGERS);
    decide(manager, id, "yes");
    assertThat(buyer.task(id, "attest-cases")).isNotNull();
  }

  @Test
  void aWithdrawnApplicationIsOverAndNothingIsMailed() {
    AccountId candidate = buyer.person(Role.CANDIDATE);
    EnrolmentId id = buyer.open(candidate, "LNG");
    applications.withdraw(candidate, id);

    assertThat(enrolments.get(id).state()).isEqualTo(EnrolmentState.APPLICATION_ENDED);
    assertThat(outcome(id)).isEqualTo("withdrawn");
    assertThat(mails(id)).isEmpty();
    assertThat(inbox.of(id)).isEmpty();
    refused(() -> applications.withdraw(candidate, id), "application-over");
  }

  @Test
  void anotherPersonCannotWithdrawIt() {
    EnrolmentId id = buyer.open(buyer.person(Role.CANDIDATE), "LNG");
    refused(() -> applications.withdraw(buyer.person(Role.CANDIDATE), id), "not-found");
  }

  private EnrolmentId attested(AccountId candidate, int cases) {
    EnrolmentId id = buyer.open(candidate, "LNG");
    buyer.describePractice(candidate, id, "MD" + UUID.randomUUID());
    buyer.showFundamentals(candidate, id);
    buyer.attest(candidate, id, cases);
    return id;
  }

  private EnrolmentId waiverAsked(AccountId candidate) {
    EnrolmentId id = buyer.open(candidate, "LNG");
    buyer.describePractice(candidate, id, "MD" + UUID.randomUUID());
    buyer.answer(
        candidate,
        id,
        "show-fundamentals",
        Map.of(
            "route", "waiver-examination",
            "examinationDate", "2024-05-31",
            "examinationReference", "SPI-77"));
    return id;
  }

  private void decide(AccountId by, EnrolmentId id, String granted) {
    buyer.answer(
        by,
        id,
        "check-waiver",
        Map.of(
            "waiverGranted", granted, "waiverReason", "Compared with the examining body's list."));
  }

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable work, String code) {
    return assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.rejection().code()).isEqualTo(code));
  }

  private String outcome(EnrolmentId id) {
    return db.sql("select outcome from v_application_outcome where enrolment_id = ?")
        .param(id.value())
        .query(String.class)
        .single();
  }

  private List<String> mails(EnrolmentId id) {
    return db.sql("select kind from outbox where enrolment_id = ?")
        .param(id.value())
        .query(String.class)
        .list();
  }
}
