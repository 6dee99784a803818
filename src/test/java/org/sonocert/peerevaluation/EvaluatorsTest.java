package org.sonocert.peerevaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sonocert.core.EnrolmentId;
import org.sonocert.peerevaluation.EvaluatorStatus.Stage;

class EvaluatorsTest {
  private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");

  @Test
  void theCandidateSeesHowFarEachIs() {
    Nomination opened = one(NominationState.INVITED, NOW, null);
    assertThat(stages(one(NominationState.NAMED), one(NominationState.INVITED), opened))
        .containsExactly(Stage.BEING_SENT, Stage.SENT, Stage.OPENED);
    assertThat(
            stages(
                one(NominationState.RETURNED),
                one(NominationState.SUBMITTED),
                one(NominationState.DECLINED),
                one(NominationState.REPLACED),
                one(NominationState.BOUNCED)))
        .containsExactly(
            Stage.NEEDS_COMPLETING, Stage.COMPLETE, Stage.DECLINED, Stage.REPLACED, Stage.BOUNCED);
  }

  @Test
  void whenTwoAreInNobodyElseIsNeededOrReplaceable() {
    List<EvaluatorStatus> all =
        read(
            one(NominationState.SUBMITTED),
            one(NominationState.SUBMITTED),
            one(NominationState.INVITED));
    assertThat(all.get(2).stage()).isEqualTo(Stage.NOT_NEEDED);
    assertThat(all).noneMatch(EvaluatorStatus::replaceable);
  }

  @Test
  void onlyWhoWasAskedAndHasNotAnsweredCanBeReplaced() {
    assertThat(
            read(
                one(NominationState.NAMED),
                one(NominationState.INVITED),
                one(NominationState.RETURNED),
                one(NominationState.DECLINED)))
        .extracting(EvaluatorStatus::replaceable)
        .containsExactly(false, true, true, false);
  }

  @Test
  void asManyNamesAreMissingAsPlacesAreVacant() {
    Nomination first = one(NominationState.DECLINED, null, NOW.plusSeconds(1));
    Nomination second = one(NominationState.DECLINED, null, NOW.plusSeconds(2));
    assertThat(read(first, second, one(NominationState.INVITED)))
        .extracting(EvaluatorStatus::needsNewName)
        .containsExactly(false, true, false);
  }

  @Test
  void afterTheWindowNothingIsAskedOfTheCandidate() {
    assertThat(
            Evaluators.read(
                List.of(one(NominationState.DECLINED), one(NominationState.INVITED)), false))
        .noneMatch(EvaluatorStatus::needsNewName)
        .noneMatch(EvaluatorStatus::replaceable);
  }

  private static List<Stage> stages(Nomination... all) {
    return read(all).stream().map(EvaluatorStatus::stage).toList();
  }

  private static List<EvaluatorStatus> read(Nomination... all) {
    return Evaluators.read(List.of(all), true);
  }

  private static Nomination one(NominationState state) {
    return one(state, null, state.open() ? null : NOW);
  }

  private static Nomination one(NominationState state, Instant opened, Instant ended) {
    return new Nomination(
        NomineeId.create(),
        EnrolmentId.create(),
        Nominee.typed("Bea Moreau", "bea@hospital.example", "colleague", "we scan", true),
        Locale.ENGLISH,
        state,
        NOW,
        null,
        opened,
        ended);
  }
}
