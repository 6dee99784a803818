package org.sonocert.identity.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says it is, in two words that a person knows: enough to tell one's own devices
 * apart, and no fingerprint.
 */
final class DeviceName {
  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edg", "Edge");
    BROWSERS.put("OPR/", "Opera");
    BROWSERS.put("Firefox/", "Firefox");
    BROWSERS.put("FxiOS/", "Firefox");
    BROWSERS.put("CriOS/", "Chrome");
    BROWSERS.put("Chrome/", "Chrome");
    BROWSERS.put("Safari/", "Safari");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Macintosh", "Mac");
    SYSTEMS.put("CrOS", "ChromeOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private DeviceName() {}

  /** For example {@code Firefox, Windows}; empty when neither is known. */
  static String of(@Nullable String userAgent) {
    String said = userAgent == null ? "" : userAgent;
    return Stream.of(BROWSERS, SYSTEMS)
        .map(words -> first(words, said))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String first(Map<String, String> words, String said) {
    return words.entrySet().stream()
        .filter(word -> said.contains(word.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
