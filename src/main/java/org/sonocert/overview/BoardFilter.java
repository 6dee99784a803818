package org.sonocert.overview;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the list of running enrolments shows, as it stands in the address.
 *
 * @param within days until the window's end; 0 for all
 * @param turn whose turn it is
 * @param product code, empty for all
 * @param page counts from 1
 */
public record BoardFilter(int within, Turn turn, String product, int page) {
  /** Days that can be chosen; 0 is all. */
  public static final List<Integer> SPANS = List.of(7, 14, 30, 0);

  private static final int LAST_PAGE = 1000;

  /** Whose turn it is. */
  public enum Turn {
    ANYBODY,
    CANDIDATE,
    EVALUATOR,
    PROGRAMME;

    /** The word in the address and in keys of texts. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads the address; what makes no sense there means the default. */
  public static BoardFilter of(String within, String turn, String product, String page) {
    int span = SPANS.stream().filter(s -> s.toString().equals(within)).findFirst().orElse(7);
    Turn who =
        Arrays.stream(Turn.values())
            .filter(t -> t.word().equals(turn))
            .findFirst()
            .orElse(Turn.ANYBODY);
    boolean number = page.matches("[1-9][0-9]{0,3}");
    String code = product.matches("[A-Z0-9-]{1,12}") ? product : "";
    return new BoardFilter(
        span, who, code, number ? Math.min(LAST_PAGE, Integer.parseInt(page)) : 1);
  }

  /** The address of another page of the same list. */
  public String address(int other) {
    return "/programme?within=%d&turn=%s&product=%s&page=%d"
        .formatted(within, turn.word(), product, other);
  }
}
