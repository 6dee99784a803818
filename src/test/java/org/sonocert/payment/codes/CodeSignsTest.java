package org.sonocert.payment.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeSignsTest {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static String some(long seed) {
    byte[] bits = new byte[32];
    new Random(seed).nextBytes(bits);
    return CodeSigns.of(bits);
  }

  @Test
  void aCodeHasFourGroupsOfFiveSignsThatNobodyMixesUp() {
    for (int seed = 0; seed < 200; seed++) {
      String signs = some(seed);
      assertThat(signs).matches("[0-9A-HJKMNP-TV-Z]{20}");
      assertThat(CodeSigns.wellFormed(signs)).isTrue();
      assertThat(CodeSigns.grouped(signs)).matches("(\\w{5}-){3}\\w{5}");
    }
  }

  @Test
  void eachWrongSignIsFound() {
    String signs = some(7);
    for (int at = 0; at < signs.length(); at++) {
      for (char other : ALPHABET.toCharArray()) {
        String wrong = signs.substring(0, at) + other + signs.substring(at + 1);
        assertThat(CodeSigns.wellFormed(wrong)).isEqualTo(other == signs.charAt(at));
      }
    }
  }

  @Test
  void allBitsOfACodeAreDrawn() {
    byte[] none = new byte[12];
    String nothing = CodeSigns.of(none);
    for (int bit = 0; bit < 95; bit++) {
      byte[] one = new byte[12];
      one[bit / 8] = (byte) (0x80 >> bit % 8);
      assertThat(CodeSigns.of(one)).isNotEqualTo(nothing);
    }
  }

  @Test
  void caseBlanksDashesAndLettersThatLookLikeDigitsAreForgiven() {
    String signs =
        java.util.stream.LongStream.range(0, 1000)
            .mapToObj(CodeSignsTest::some)
            .filter(code -> code.contains("0") && code.indexOf('1') != code.lastIndexOf('1'))
            .findFirst()
            .orElseThrow();
    String typed =
        signs.toLowerCase(java.util.Locale.ROOT).replace('0', 'o').replaceFirst("1", "l");
    assertThat(CodeSigns.typed(" " + typed.replace('1', 'I'))).containsExactly(signs);
    assertThat(CodeSigns.typed(CodeSigns.grouped(signs).replace('-', '\u2013')))
        .containsExactly(signs);
    assertThat(CodeSigns.typed(signs.replaceAll("(.{4})", "$1 "))).containsExactly(signs);
  }

  @Test
  void severalCodesInOneFieldAreReadHoweverTheyAreParted() {
    String one = some(1);
    String two = some(2);
    for (String between : new String[] {"\n", ", ", ";", "\r\n\r\n", " ", "\t"}) {
      assertThat(CodeSigns.typed(CodeSigns.grouped(one) + between + CodeSigns.grouped(two)))
          .containsExactly(one, two);
    }
    assertThat(CodeSigns.typed(one + "\n" + one)).containsExactly(one);
    assertThat(CodeSigns.typed(" \n ,, ")).isEmpty();
  }

  @Test
  void whatIsNoCodeIsNotWellFormed() {
    for (String typed : new String[] {"HELLO", some(1) + "0", some(1).substring(1), "ÄÖÜ€"}) {
      assertThat(CodeSigns.typed(typed)).hasSize(1).noneMatch(CodeSigns::wellFormed);
    }
    assertThat(CodeSigns.wellFormed("U".repeat(20))).isFalse();
    assertThat(CodeSigns.typed("hello, Lola")).containsExactly("HELLO", "LOLA");
  }
}
