package org.sonocert.identity.twostep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6238, appendix B (its eight digits end in our six), and RFC 4648, 10. */
class TimeCodesTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void codesAreThoseOfTheStandard(long second, String eightDigits) {
    assertThat(TimeCodes.code(SECRET, Instant.ofEpochSecond(second)))
        .isEqualTo(eightDigits.substring(2));
  }

  @ParameterizedTest
  @CsvSource({"-31, false", "-30, true", "0, true", "29, true", "59, true", "60, false"})
  void aClockMayBeOneStepOffAndNoMore(long later, boolean taken) {
    Instant shown = Instant.ofEpochSecond(1_234_567_890L);
    Instant now = shown.plusSeconds(later);
    assertThat(TimeCodes.stepOf(SECRET, TimeCodes.code(SECRET, shown), now).isPresent())
        .isEqualTo(taken);
  }

  @Test
  void theStepOfACodeIsThatWhichShowsIt() {
    Instant now = Instant.ofEpochSecond(59);
    assertThat(TimeCodes.stepOf(SECRET, "287082", now)).hasValue(1);
    assertThat(TimeCodes.stepOf(SECRET, "287082", now.plusSeconds(30))).hasValue(1);
    assertThat(TimeCodes.stepOf(SECRET, "287083", now)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"fooba, MZXW6YTB", "foobarfoob, MZXW6YTBOJTG633C"})
  void secretsAreWrittenAsTheStandardSays(String plain, String text) {
    assertThat(StepPicture.base32(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
  }

  @Test
  void aSecretIsAsLongAsItsHashAndNeverTheSame() {
    assertThat(TimeCodes.drawSecret()).hasSize(20).isNotEqualTo(TimeCodes.drawSecret());
  }
}
