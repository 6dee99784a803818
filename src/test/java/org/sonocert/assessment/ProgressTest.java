package org.sonocert.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final TestForm form = Samples.form();

  @Test
  void questionsOpenInTheOrderOfTheirKeyPoints() {
    assertThat(form.itemIds()).containsExactly("x1", "x2", "x3", "y1", "y2", "y3");
    assertThat(Progress.of(form, Set.of()).next()).map(Item::id).contains("x1");
    assertThat(Progress.of(form, Set.of("x1", "x2")).next()).map(Item::id).contains("x3");
  }

  @Test
  void aSittingResumesAtTheNextUnansweredQuestionWithEverythingKept() {
    Progress progress = Progress.of(form, Set.of("x1", "x2", "x3", "y1"));
    assertThat(progress.answered()).isEqualTo(4);
    assertThat(progress.next()).map(Item::id).contains("y2");
    assertThat(progress.resumeAt(null).stage().id()).isEqualTo("encounter");
    assertThat(progress.resumeAt(null).clinicalCase().id()).isEqualTo("y");
    assertThat(progress.resumeAt(4).stage().id()).isEqualTo("clip");
  }

  @Test
  void whatLiesAheadStaysClosedAndSoDoCasesLeftBehind() {
    Progress inTheSecondCase = Progress.of(form, Set.of("x1", "x2", "x3", "y1"));
    assertThat(inTheSecondCase.reachable(2)).as("a stage of the first case").isFalse();
    assertThat(inTheSecondCase.reachable(3)).isTrue();
    assertThat(inTheSecondCase.reachable(5)).isTrue();
    assertThat(Progress.of(form, Set.of()).reachable(1)).as("before its question").isFalse();
    assertThat(inTheSecondCase.reachable(-1)).isFalse();
  }

  @Test
  void aPositionFromElsewhereIsBroughtBackIntoWhatMayBeShown() {
    Progress start = Progress.of(form, Set.of());
    assertThat(start.resumeAt(99).number()).isZero();
    assertThat(Progress.of(form, Set.of("x1", "x2", "x3")).resumeAt(0).number()).isEqualTo(2);
  }

  @Test
  void whenAllIsAnsweredNothingIsOpen() {
    Progress end = Progress.of(form, Set.copyOf(form.itemIds()));
    assertThat(end.complete()).isTrue();
    assertThat(end.next()).isEmpty();
    assertThat(end.limit()).isEqualTo(5);
  }
}
