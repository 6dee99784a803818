package org.sonocert.peerevaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.engine.CompletionResult;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.peerevaluation.EvaluatorStatus.Stage;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealParts
class PeerEvaluationTest {
  @Autowired ApplicationContext parts;

  private PeerRoom room;
  private EnrolmentId enrolment;
  private final String bea = PeerRoom.mailbox();
  private final String carl = PeerRoom.mailbox();
  private final String dora = PeerRoom.mailbox();

  @BeforeEach
  void twoAreNamed() {
    room = new PeerRoom(parts);
    enrolment = room.enrolment(room.candidate());
    assertThat(room.name(enrolment, bea, carl).done()).isTrue();
  }

  @Test
  void theFirstTwoSentEndItAndTheirMeanDecides() {
    assertThat(stages()).containsExactly(Stage.SENT, Stage.SENT);
    evaluate(bea, "4");
    assertThat(stages()).containsExactly(Stage.COMPLETE, Stage.SENT);
    evaluate(carl, "3");
    assertThat(stages()).containsExactly(Stage.COMPLETE, Stage.COMPLETE);
    assertThat(room.part(TaskInbox.class).of(enrolment)).isEmpty();
    assertThat(result())
        .isEqualTo(
            "true The mean of the two evaluations is 3.0 or more, and the quality of the images is not rated with 1.");
    assertThat(openings()).isEqualTo(2);
  }

  @Test
  void aLowMeanIsRecordedAsBelow() {
    evaluate(bea, "2");
    evaluate(carl, "3");
    assertThat(result()).startsWith("false The mean");
  }

  @Test
  void aOneForTheImagesIsBelowWhateverTheMean() {
    Map<String, List<String>> low = PeerRoom.answers("4", "");
    low.put("criterion_imageQuality", List.of("1"));
    room.evaluate(nominee(bea), low);
    evaluate(carl, "4");
    assertThat(result()).startsWith("false The quality of the images was rated with 1");
  }

  @Test
  void theThirdEvaluationIsStoredButNeverScored() {
    decline(carl);
    room.nameAnother(enrolment, "Dora Lind", dora);
    decline(dora);
    String emil = PeerRoom.mailbox();
    room.nameAnother(enrolment, "Emil Sorg", emil);
    String fay = PeerRoom.mailbox();
    replace(emil);
    room.nameAnother(enrolment, "Fay Okoye", fay);
    evaluate(bea, "4");
    TaskView stale = room.part(AnsweringEvaluations.class).task(nominee(fay));
    assertThat(LateEvaluations.late(stale)).isFalse();
    assertThat(
            room.count("select count(*) from nomination where enrolment_id = ?", enrolment.value()))
        .isEqualTo(5);
  }

  @Test
  void anEvaluationAfterTwoIsKeptWithoutATokenAndOpensNoSeal() {
    decline(carl);
    room.nameAnother(enrolment, "Dora Lind", dora);
    evaluate(bea, "4");
    Nomination late = thirdNominee();
    evaluate(dora, "4");
    assertThat(result()).startsWith("true");
    assertThat(room.evaluate(late, PeerRoom.answers("1", "")).done()).isTrue();
    assertThat(
            room.db
                .sql("select outcome from sealed_evaluation where enrolment_id = ? order by number")
                .param(enrolment.value())
                .query(String.class)
                .list())
        .containsExactly("complete", "complete", "surplus");
    assertThat(openings()).isEqualTo(2);
    assertThat(result()).startsWith("true");
  }

  @Test
  void tooFewRatingsGoBackAndCountOnceCompleted() {
    assertThat(room.evaluate(nominee(bea), PeerRoom.answers(3, "first try")).done()).isTrue();
    assertThat(stages()).containsExactly(Stage.NEEDS_COMPLETING, Stage.SENT);
    assertThat(room.mailed(bea, "(Fewer of the criteria)")).isNotEmpty();
    assertThat(room.part(AnsweringEvaluations.class).draft(nominee(bea)))
        .containsEntry("comment", List.of("first try"));
    assertThat(room.evaluate(nominee(bea), PeerRoom.answers(4, "second try")).done()).isTrue();
    assertThat(stages()).containsExactly(Stage.COMPLETE, Stage.SENT);
    assertThat(room.part(AnsweringEvaluations.class).draft(nominee(bea))).isEmpty();
  }

  @Test
  void aDeclineAsksTheCandidateForAnotherName() {
    room.part(StandingDown.class).decline(nominee(carl).id(), "I have not seen enough", true);
    assertThat(stages()).containsExactly(Stage.SENT, Stage.DECLINED);
    assertThat(statuses()).extracting(EvaluatorStatus::needsNewName).containsExactly(false, true);
    assertThat(open("name-another-evaluator")).isEqualTo(1);
    refused("nominee-named-before", () -> room.nameAnother(enrolment, "Carl Ude", carl));
    room.nameAnother(enrolment, "Dora Lind", dora);
    assertThat(statuses()).noneMatch(EvaluatorStatus::needsNewName);
    EnrolmentId other = room.enrolment(room.candidate());
    refused(
        "nominee-not-to-be-asked",
        () -> room.name(other, bea, carl.toUpperCase(java.util.Locale.ROOT)));
  }

  @Test
  void aReplacedEvaluatorIsToldAndCannotAnswerAnyMore() {
    TaskView task = room.part(AnsweringEvaluations.class).task(nominee(carl));
    Nomination before = nominee(carl);
    replace(carl);
    assertThat(room.mailed(carl, "(asked somebody else)")).isNotEmpty();
    assertThat(open("name-another-evaluator")).isEqualTo(1);
    refused(
        "task-gone",
        () ->
            room.part(AnsweringEvaluations.class)
                .submit(before.id(), task.id(), "k", PeerRoom.answers("4", "")));
    refused("evaluator-done", () -> replace(carl));
    refused(
        "not-found",
        () -> room.part(StandingDown.class).replace(EnrolmentId.create(), before.id()));
  }

  @Test
  void aMailboxThatCannotBeReachedIsReplacedByAnotherName() {
    room.part(StandingDown.class).bounced(nominee(carl).id());
    room.part(StandingDown.class).bounced(nominee(carl).id());
    assertThat(stages()).containsExactly(Stage.SENT, Stage.BOUNCED);
    assertThat(open("name-another-evaluator")).isEqualTo(1);
  }

  @Test
  void remindersAreAtMostOneADayAndStopWithTheAnswer() {
    InvitingEvaluators inviting = room.part(InvitingEvaluators.class);
    Nomination one = nominee(bea);
    inviting.remind(one.id());
    inviting.remind(one.id());
    inviting.invite(one.id());
    assertThat(mails(one)).isEqualTo(2);
    String reminded =
        room.mailed(bea, "It has not come in yet[^/]*/?[\\s\\S]*/evaluate/([\\w-]{27})");
    assertThat(room.part(OpeningInvitations.class).look(reminded).id()).isEqualTo(one.id());
    evaluate(bea, "4");
    inviting.remind(one.id());
    assertThat(mails(one)).isEqualTo(2);
  }

  @Test
  void theLastReminderIsDueBeforeTheWindowsEndOrNever() {
    InvitingEvaluators inviting = room.part(InvitingEvaluators.class);
    NomineeId one = nominee(bea).id();
    java.time.Instant end = room.part(Enrolments.class).get(enrolment).windowEndsAt();
    assertThat(inviting.lastReminder(one, Duration.ofDays(10)))
        .isEqualTo(end.minus(Duration.ofDays(10)));
    java.time.Instant nobodyIsAsked = end.plus(Duration.ofDays(1));
    assertThat(inviting.lastReminder(one, Duration.ofDays(91))).isEqualTo(nobodyIsAsked);
    assertThat(inviting.lastReminder(one, Duration.ZERO)).isEqualTo(nobodyIsAsked);
  }

  private long mails(Nomination one) {
    return room.count("select count(*) from outbox where occurrence like ?", one.id() + ":%");
  }

  @Test
  void aFormPostedTwiceIsOneEvaluation() {
    TaskView task = room.part(AnsweringEvaluations.class).task(nominee(bea));
    CompletionResult first = submit(bea, task, "same");
    CompletionResult second = submit(bea, task, "same");
    assertThat(first.repeated()).isFalse();
    assertThat(second.repeated()).isTrue();
    refused("task-gone", () -> submit(bea, task, "other tab"));
    assertThat(
            room.count(
                "select count(*) from sealed_evaluation where enrolment_id = ?", enrolment.value()))
        .isEqualTo(1);
  }

  @Test
  void nobodyEvaluatesThemselvesFromASecondMailbox() {
    Nomination one = nominee(bea);
    String licence = "OWN" + one.id().toString().replace("-", "").toUpperCase(Locale.ROOT);
    room.part(JdbcClient.class)
        .sql(
            "insert into licence (country, number, account_id, first_seen_at)"
                + " values ('US', ?, ?, now())")
        .params(licence, room.part(Enrolments.class).get(enrolment).candidate().value())
        .update();
    Map<String, List<String>> raw = PeerRoom.answers("4", "I am very good.");
    raw.put("licenceNumber", List.of(" own-" + one.id()));
    refused("own-licence", () -> room.evaluate(one, raw));
    assertThat(stages()).containsExactly(Stage.SENT, Stage.SENT);

    raw.put("licenceNumber", List.of("another-" + one.id()));
    assertThat(room.evaluate(one, raw).done()).isTrue();
  }

  @Test
  void aFormOfAnotherEvaluationIsNotFound() {
    TaskView ofBea = room.part(AnsweringEvaluations.class).task(nominee(bea));
    refused("not-found", () -> submit(carl, ofBea, "k"));
    refused(
        "not-found",
        () -> room.part(AnsweringEvaluations.class).keep(nominee(carl).id(), ofBea.id(), Map.of()));
    refused(
        "not-found",
        () ->
            room.part(AnsweringEvaluations.class)
                .submit(
                    nominee(carl).id(),
                    "late-" + nominee(bea).id(),
                    "k",
                    PeerRoom.answers("4", "")));
    TaskView ofCandidate =
        room.part(TaskInbox.class)
            .find(room.enrolment(room.candidate()), "name-evaluators", null)
            .orElseThrow();
    refused("not-found", () -> submit(carl, ofCandidate, "k"));
  }

  @Test
  void nothingIsLateWhileTwoAreNotInButWhatWasTypedIsKept() {
    Nomination one = nominee(bea);
    AnsweringEvaluations answering = room.part(AnsweringEvaluations.class);
    refused(
        "not-awaited-now",
        () -> answering.submit(one.id(), "late-" + one.id(), "k", PeerRoom.answers("4", "kept")));
    assertThat(answering.draft(one)).containsEntry("comment", List.of("kept"));
    room.part(ForgettingDrafts.class).run(one.namedAt());
    assertThat(answering.draft(one)).isNotEmpty();
    decline(bea);
    assertThat(answering.draft(one)).isEmpty();
  }

  @Test
  void answersThatTheFormDoesNotAllowAreRefusedWithTheField() {
    Map<String, List<String>> raw = PeerRoom.answers("4", "");
    raw.put("criterion_gain", List.of("5"));
    raw.remove("criterion_depth");
    assertThat(room.evaluate(nominee(bea), raw).errors())
        .containsOnlyKeys("criterion_gain", "criterion_depth");
    assertThat(stages()).containsExactly(Stage.SENT, Stage.SENT);
  }

  @Test
  void theFormAsksForTheCriteriaOfTheAreaOnly() {
    TaskView task = room.part(AnsweringEvaluations.class).task(nominee(bea));
    assertThat(room.part(org.sonocert.engine.TaskForms.class).of(task).fields())
        .extracting(org.sonocert.engine.FormComponent::key)
        .filteredOn(k -> k.startsWith("criterion_"))
        .containsExactly(
            "criterion_imageQuality",
            "criterion_gain",
            "criterion_depth",
            "criterion_transducerPlacement",
            "criterion_doppler",
            "criterion_overall");
  }

  private CompletionResult submit(String email, TaskView task, String key) {
    return room.part(AnsweringEvaluations.class)
        .submit(nominee(email).id(), task.id(), key, PeerRoom.answers("4", ""));
  }

  /** A nominee whom the process awaits while a second evaluation comes in. */
  private Nomination thirdNominee() {
    Nomination awaited = nominee(dora);
    String fay = PeerRoom.mailbox();
    room.part(NominatingEvaluators.class)
        .name(
            enrolment,
            room.part(Enrolments.class).get(enrolment).release(),
            List.of(Nominee.typed("Fay Okoye", fay, "colleague", "scans with me", true)));
    room.runJobs();
    assertThat(awaited.state()).isEqualTo(NominationState.INVITED);
    return nominee(fay);
  }

  private void evaluate(String email, String rating) {
    assertThat(room.evaluate(nominee(email), PeerRoom.answers(rating, "seen often")).done())
        .isTrue();
  }

  private void decline(String email) {
    room.part(StandingDown.class).decline(nominee(email).id(), "", false);
  }

  private void replace(String email) {
    room.part(StandingDown.class).replace(enrolment, nominee(email).id());
  }

  private Nomination nominee(String email) {
    return room.nominee(enrolment, email);
  }

  private List<EvaluatorStatus> statuses() {
    return room.part(Evaluators.class).of(room.part(Enrolments.class).get(enrolment));
  }

  private List<Stage> stages() {
    return statuses().stream().map(EvaluatorStatus::stage).toList();
  }

  private long open(String form) {
    return room.part(TaskInbox.class).of(enrolment).stream()
        .filter(t -> t.form().equals(form))
        .count();
  }

  private String result() {
    return room.db
        .sql("select passed || ' ' || reason from v_peerevaluation_result where enrolment_id = ?")
        .param(enrolment.value())
        .query(String.class)
        .optional()
        .orElse("none");
  }

  private long openings() {
    return room.count(
        "select count(*) from sealed_opening where enrolment_id = ?", enrolment.value());
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.rejection().code()).isEqualTo(code));
  }
}
