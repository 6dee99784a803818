package org.sonocert.peerevaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The ratings in one evaluation, by criterion: a whole number each; what was not observed is left
 * out.
 */
public record Ratings(Map<String, Integer> byCriterion) {
  /** What stands before a criterion's name in a form's key. */
  public static final String KEY = "criterion_";

  private static final String IMAGE_QUALITY = "imageQuality";
  private static final int DIGITS = 4;

  /** Reads the ratings of the criteria that apply from the answers to the form. */
  public static Ratings in(Map<String, Object> answers, Collection<String> applicable) {
    Map<String, Integer> read = new TreeMap<>();
    for (String criterion : applicable) {
      rating(answers.get(KEY + criterion)).ifPresent(r -> read.put(criterion, r));
    }
    return new Ratings(read);
  }

  /** How many of the applicable criteria are rated, per cent. */
  public static double share(int rated, int applicable) {
    return applicable == 0 ? 0 : 100.0 * rated / applicable;
  }

  /** The mean of the evaluations' own means, 4 decimals; empty when nothing is rated. */
  public static Optional<BigDecimal> mean(List<Ratings> evaluations) {
    List<BigDecimal> means =
        evaluations.stream().filter(e -> !e.byCriterion.isEmpty()).map(Ratings::mean).toList();
    return means.isEmpty()
        ? Optional.empty()
        : Optional.of(
            means.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(means.size()), DIGITS, RoundingMode.HALF_UP));
  }

  /** The lowest rating of image quality; 0 when nobody could judge it. */
  public static int lowestImageQuality(List<Ratings> evaluations) {
    OptionalInt lowest =
        evaluations.stream()
            .map(e -> e.byCriterion.get(IMAGE_QUALITY))
            .filter(r -> r != null)
            .mapToInt(Integer::intValue)
            .min();
    return lowest.orElse(0);
  }

  private BigDecimal mean() {
    long sum = byCriterion.values().stream().mapToLong(Integer::longValue).sum();
    return BigDecimal.valueOf(sum)
        .divide(BigDecimal.valueOf(byCriterion.size()), 2 * DIGITS, RoundingMode.HALF_UP);
  }

  private static Optional<Integer> rating(@Nullable Object answer) {
    try {
      return answer == null ? Optional.empty() : Optional.of(Integer.valueOf(answer.toString()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
