package org.sonocert.assessment.agreement;

import org.jspecify.annotations.Nullable;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;

/** A new version as it was typed. */
public record NewText(
    @Nullable String part,
    @Nullable String english,
    @Nullable String spanish,
    @Nullable String reason) {
  /** Fewest characters of a text. */
  public static final int SHORTEST = 40;

  /** Most characters of a text. */
  public static final int LONGEST = 8000;

  /** Most characters of a reason. */
  public static final int LONGEST_REASON = 500;

  /** Nothing typed yet. */
  public static NewText empty() {
    return new NewText("", "", "", "");
  }

  AgreementPart partGiven() {
    return AgreementPart.of(part == null ? "" : part)
        .orElseThrow(() -> invalid("part", "Please choose which text it is."));
  }

  String englishGiven() {
    return text("english", english, "Please give the English text");
  }

  String spanishGiven() {
    return text("spanish", spanish, "Please give the Spanish text");
  }

  String reasonGiven() {
    String kept = cleaned(reason);
    if (kept.isEmpty() || kept.length() > LONGEST_REASON) {
      throw invalid(
          "reason",
          "Please say why the text changes, in at most " + LONGEST_REASON + " characters.");
    }
    return kept;
  }

  private static String text(String what, @Nullable String typed, String please) {
    String kept = cleaned(typed);
    if (kept.length() < SHORTEST || kept.length() > LONGEST) {
      throw invalid(
          what,
          please + ", of " + SHORTEST + " to " + LONGEST + " characters, in whole sentences.");
    }
    return kept;
  }

  /** One kind of line break, and no other control characters, so that a hash means one text. */
  private static String cleaned(@Nullable String typed) {
    return (typed == null ? "" : typed)
        .replaceAll("\\r\\n?", "\n")
        .replaceAll("[\\p{Cntrl}&&[^\\n]]", " ")
        .strip();
  }

  private static Rejected invalid(String what, String why) {
    return new Rejected(Rejection.invalid("agreement-" + what, why));
  }
}
