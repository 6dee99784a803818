package org.sonocert.support;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.web.VisitedPage;

/**
 * A support request as it was sent: checked, and freed of what no text needs.
 *
 * @param id drawn with the form, so that sending it twice makes one request
 */
public record Question(
    UUID id, SupportKind kind, String text, @Nullable String page, @Nullable String browser) {
  /** Fewest characters of a text. */
  public static final int SHORTEST = 10;

  /** Most characters of a text. */
  public static final int LONGEST = 4000;

  private static final int BROWSER = 200;

  /**
   * Reads what was sent. The page and the browser are context only, so that a bad one is left out.
   *
   * @throws Rejected INVALID when the kind is unknown or the text too short or too long
   */
  public static Question of(
      String id, String kind, String text, @Nullable String page, @Nullable String browser) {
    String kept = cleaned(text);
    int length = kept.codePointCount(0, kept.length());
    if (length < SHORTEST || length > LONGEST) {
      throw invalid("text", "Please write from " + SHORTEST + " to " + LONGEST + " characters.");
    }
    return new Question(
        uuid(id),
        SupportKind.of(kind).orElseThrow(() -> invalid("kind", "Please choose what it is about.")),
        kept,
        VisitedPage.of(page).orElse(null),
        shortened(browser));
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException notOurs) {
      throw invalid("id", "Please open this page again and send it from there.");
    }
  }

  private static Rejected invalid(String what, String reason) {
    return new Rejected(Rejection.invalid("support-" + what, reason));
  }

  /** One kind of line break, and no other control characters. */
  private static String cleaned(String text) {
    return text.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
  }

  private static @Nullable String shortened(@Nullable String browser) {
    String kept =
        Optional.ofNullable(browser)
            .map(named -> named.replaceAll("\\p{Cntrl}", "").strip())
            .orElse("");
    return kept.isEmpty() ? null : kept.substring(0, Math.min(BROWSER, kept.length()));
  }
}
