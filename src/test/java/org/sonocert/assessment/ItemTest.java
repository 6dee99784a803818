package org.sonocert.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonocert.core.Rejected;

class ItemTest {
  @Test
  void anAnswerHasOneSpelling() {
    assertThat(Samples.multiple("m").answer(List.of("b", "a", "b"))).containsExactly("a", "b");
  }

  @Test
  void whatIsNoAnswerIsRefusedWithItsReason() {
    refused(Samples.single("s"), List.of(), "nothing-chosen");
    refused(Samples.single("s"), List.of("a", "b"), "one-only");
    refused(Samples.single("s"), List.of("z"), "unknown-option");
    refused(Samples.multiple("m"), List.of("a", "<script>"), "unknown-option");
  }

  @Test
  void aSmallScreenIsKnownWhicheverWayItIsHeld() {
    assertThat(Screen.of("1024x768").tooSmall()).isFalse();
    assertThat(Screen.of("768x1024").tooSmall()).isFalse();
    assertThat(Screen.of("390x844").tooSmall()).isTrue();
    assertThat(Screen.of("1280x767").tooSmall()).isTrue();
  }

  @Test
  void aScreenThatTellsNothingIsNotHeldAgainstAnybody() {
    assertThat(Screen.of(null).tooSmall()).isFalse();
    assertThat(Screen.of("99999999x1\r\n")).hasToString("unknown");
  }

  private static void refused(Item item, List<String> chosen, String code) {
    assertThatThrownBy(() -> item.answer(chosen))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.rejection().code()).isEqualTo(code));
  }
}
