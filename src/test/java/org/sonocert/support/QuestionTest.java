package org.sonocert.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonocert.core.Rejected;

class QuestionTest {
  private static final String ID = UUID.randomUUID().toString();

  private static Question asked(String text, String page, String browser) {
    return Question.of(ID, "more-time", text, page, browser);
  }

  @Test
  void theTextHasFromTenToFourThousandCharacters() {
    assertThat(asked("x".repeat(10), null, null).text()).hasSize(10);
    assertThat(asked("x".repeat(4000), null, null).text()).hasSize(4000);
    assertThatThrownBy(() -> asked("x".repeat(9) + "   ", null, null)).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> asked("x".repeat(4001), null, null)).isInstanceOf(Rejected.class);
  }

  @Test
  void aTextKeepsItsLinesAndNoOtherControlCharacters() {
    assertThat(asked("one\r\ntwo\rthree\0\u001b[2J", null, null).text())
        .isEqualTo("one\ntwo\nthree[2J");
  }

  @Test
  void anUnknownKindOrIdIsRefused() {
    assertThatThrownBy(() -> Question.of(ID, "no-kind", "x".repeat(10), null, null))
        .isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> Question.of("1", "more-time", "x".repeat(10), null, null))
        .isInstanceOf(Rejected.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/me", "/sit/0b6a6a1e-8f3c-4a1e-9c53-0d7d0a1f0001/a/b", "/catalogue/LNG"})
  void aPageOfTheCandidatesRoomsIsKept(String page) {
    assertThat(asked("x".repeat(10), page, null).page()).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "me",
        "//evil.example/me",
        "https://evil.example/me",
        "/me?token=1",
        "/me/../ops",
        "/me#<script>",
        "/evaluate/aSecretLinkThatSomebodyGot",
        "/confirm/aSecretLinkThatSomebodyGot",
        "/tasks/1",
        "/me/x/help",
        "/me/\n"
      })
  void anythingElseIsLeftOut(String page) {
    assertThat(asked("x".repeat(10), page, null).page()).isNull();
  }

  @Test
  void theBrowserIsCutAtTwoHundredCharacters() {
    assertThat(asked("x".repeat(10), null, "b".repeat(999)).browser()).hasSize(200);
    assertThat(asked("x".repeat(10), null, " \t").browser()).isNull();
  }
}
