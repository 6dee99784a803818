package org.sonocert.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long, and neither known to guessing lists nor made of the person's own words. */
class PasswordRuleTest {
  private final PasswordRule rule;

  PasswordRuleTest() throws IOException {
    rule = new PasswordRule();
  }

  private String refusal(String password) {
    return rule.refusal(password, "ana.belmonte@hospital.example", "Ana", "Belmonte")
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource({"Kd9#vTq2!mZ, short", "Kd9#vTq2!mZx, none", "ελικόπτερο12, none"})
  void twelveSignsAreEnoughInAnyAlphabet(String password, String why) {
    assertThat(refusal(password)).endsWith(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "P@ssw0rd1234",
        "123456789012",
        "qwertyuiop12",
        "iloveyou1234",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "liverpoolliverpool",
        "1q2w3e4r5t6y",
        "december2025"
      })
  void whatLeakedOrIsGuessedFirstIsRefusedHoweverLong(String password) {
    assertThat(refusal(password)).isEqualTo("identity.password.known");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana.belmonte@hospital.example",
        "Belmonte2024",
        "anabelmonte123",
        "ana.BELMONTE!!",
        "hospital-ana-1"
      })
  void onesOwnNameOrAddressIsRefused(String password) {
    assertThat(refusal(password)).isIn("identity.password.own", "identity.password.known");
  }

  @Test
  void theSentenceForOnesOwnWordsIsItsOwn() {
    assertThat(refusal("ana.belmonte.77")).isEqualTo("identity.password.own");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "three quiet herons at noon",
        "tres garzas calladas al sol",
        "Kd9#vTq2!mZx",
        "my belmonte of four loud storks"
      })
  void aSentenceOrWhatAManagerDrawsMayBeUsed(String password) {
    assertThat(refusal(password)).isEqualTo("none");
  }

  @Test
  void nothingIsCutOffSilently() {
    assertThat(refusal("four loud storks at dawn ".repeat(3))).isEqualTo("identity.password.long");
  }
}
