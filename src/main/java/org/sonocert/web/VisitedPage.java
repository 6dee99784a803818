package org.sonocert.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page from which somebody asks for help: a path of the rooms that a candidate visits, without
 * a query, so that no mailed link and nothing that was typed gets into a request.
 */
public final class VisitedPage {
  private static final Pattern ROOM =
      Pattern.compile("/(?:me|apply|pay|sit|catalogue|rules|verify)(?:/[A-Za-z0-9_-]{1,50}){0,3}");
  private static final String ASKING = "/help";

  private VisitedPage() {}

  /** The path if it is such a page, else empty; the page that asks is none. */
  public static Optional<String> of(@Nullable String path) {
    return path != null && ROOM.matcher(path).matches() && !path.endsWith(ASKING)
        ? Optional.of(path)
        : Optional.empty();
  }
}
