package org.sonocert.peerevaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatingsTest {
  private static final List<String> LUNG =
      List.of("imageQuality", "gain", "depth", "transducerPlacement", "doppler", "overall");

  @Test
  void notObservedIsNoRating() {
    Ratings read =
        Ratings.in(
            Map.of("criterion_imageQuality", "4", "criterion_gain", "not-observed", "comment", "3"),
            LUNG);
    assertThat(read.byCriterion()).isEqualTo(Map.of("imageQuality", 4));
  }

  @Test
  void aCriterionOfAnotherAreaIsLeftOut() {
    assertThat(Ratings.in(Map.of("criterion_compression", "1"), LUNG).byCriterion()).isEmpty();
  }

  @Test
  void theMeanIsThatOfTheTwoMeansWhateverTheirNumberOfRatings() {
    Ratings one = new Ratings(Map.of("imageQuality", 4));
    Ratings other = new Ratings(Map.of("imageQuality", 2, "gain", 2, "depth", 2));
    assertThat(Ratings.mean(List.of(one, other))).contains(new BigDecimal("3.0000"));
  }

  @Test
  void exactlyThreeIsNotLostToRounding() {
    Ratings sevenths = new Ratings(Map.of("a", 3, "b", 3, "c", 3, "d", 3, "e", 3, "f", 2, "g", 3));
    Ratings above = new Ratings(Map.of("a", 3, "b", 3, "c", 3, "d", 3, "e", 3, "f", 4, "g", 3));
    assertThat(Ratings.mean(List.of(sevenths, above)).orElseThrow().doubleValue()).isEqualTo(3.0);
    assertThat(Ratings.mean(List.of(sevenths, sevenths)).orElseThrow().doubleValue())
        .isLessThan(3.0);
  }

  @Test
  void theLowestImageQualityIsOfBothAndZeroWhenNobodyJudgedIt() {
    Ratings high = new Ratings(Map.of("imageQuality", 4));
    Ratings low = new Ratings(Map.of("imageQuality", 1, "gain", 4));
    Ratings silent = new Ratings(Map.of("gain", 4));
    assertThat(Ratings.lowestImageQuality(List.of(high, low))).isEqualTo(1);
    assertThat(Ratings.lowestImageQuality(List.of(silent, high))).isEqualTo(4);
    assertThat(Ratings.lowestImageQuality(List.of(silent, silent))).isZero();
  }

  @Test
  void theShareOfSixInTenIsSixtyExactly() {
    assertThat(Ratings.share(3, 5)).isEqualTo(60.0);
    assertThat(Ratings.share(6, 10)).isEqualTo(60.0);
    assertThat(Ratings.share(4, 7)).isLessThan(60.0);
    assertThat(Ratings.share(0, 0)).isZero();
  }
}
