package org.sonocert.assessment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The screen as the browser tells it. The figures are those for which the player is laid out: media
 * and question in one view.
 *
 * @param width 0 when the browser told nothing, as without script
 */
public record Screen(int width, int height) {
  /** What the longer side must have, in points. */
  public static final int LONGER = 1024;

  /** What the shorter side must have, in points. */
  public static final int SHORTER = 768;

  private static final Pattern SHAPE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

  /** Reads {@code 1280x800}; anything else is an unknown screen. */
  public static Screen of(@Nullable String text) {
    Matcher m = SHAPE.matcher(text == null ? "" : text);
    return m.matches()
        ? new Screen(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)))
        : new Screen(0, 0);
  }

  /** Whether it is known and smaller than the player needs to be started on. */
  boolean tooSmall() {
    return width > 0 && (Math.max(width, height) < LONGER || Math.min(width, height) < SHORTER);
  }

  @Override
  public String toString() {
    return width == 0 ? "unknown" : width + "x" + height;
  }
}
