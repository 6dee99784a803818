package org.sonocert.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonocert.credential.Serial.Reading;

class SerialTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private final Random random = new Random(20_270_514);

  @Test
  void aDrawnSerialIsReadableAndReadBack() {
    Set<Serial> drawn = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      Serial serial = Serial.draw(2027, random);
      assertThat(serial.text()).matches("SC-2027-[0-9A-HJKMNP-TV-Z]{10}-[0-9A-HJKMNP-TV-Z]");
      assertThat(Serial.read(serial.text())).isEqualTo(new Reading.Sound(serial));
      drawn.add(serial);
    }
    assertThat(drawn).hasSize(1000);
  }

  @Test
  void caseBlanksHyphensAndLookAlikesDoNotMatter() {
    Serial serial = serialWith('0', '1');
    String typed = serial.text().toLowerCase().replace('0', 'o').replace('1', 'l');
    assertThat(Serial.read(" " + typed.replace("-", "–") + " "))
        .isEqualTo(new Reading.Sound(serial));
    assertThat(Serial.read(typed.replace("-", ""))).isEqualTo(new Reading.Sound(serial));
  }

  @Test
  void everySingleWrongCharacterIsSeen() {
    String right = Serial.draw(2027, random).text();
    for (int at = 3; at < right.length(); at++) {
      for (char other : ALPHABET.toCharArray()) {
        if (right.charAt(at) != '-' && right.charAt(at) != other) {
          String wrong = right.substring(0, at) + other + right.substring(at + 1);
          assertThat(Serial.read(wrong)).as(wrong).isInstanceOf(Reading.Mistyped.class);
        }
      }
    }
  }

  @Test
  void everyExchangeOfTwoCharactersIsSeen() {
    for (int n = 0; n < 50; n++) {
      String right = Serial.draw(2027, random).text().replace("-", "");
      for (int a = 2; a < right.length(); a++) {
        for (int b = a + 1; b < right.length(); b++) {
          StringBuilder wrong = new StringBuilder(right);
          wrong.setCharAt(a, right.charAt(b));
          wrong.setCharAt(b, right.charAt(a));
          if (!wrong.toString().equals(right)) {
            assertThat(Serial.read(wrong.toString())).isInstanceOf(Reading.Mistyped.class);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "SC", "SC-2027", "hello", "SC-2027-UUUUUUUUUU-U", "' or 1=1", "../../etc"})
  void whatIsNoSerialIsMistyped(String typed) {
    assertThat(Serial.read(typed)).isInstanceOf(Reading.Mistyped.class);
  }

  private Serial serialWith(char first, char second) {
    while (true) {
      Serial serial = Serial.draw(2027, random);
      String drawn = serial.text().substring(8);
      if (drawn.indexOf(first) >= 0 && drawn.indexOf(second) >= 0) {
        return serial;
      }
    }
  }
}
