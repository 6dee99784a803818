package org.sonocert.notification;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Which values of a mail open something: links and one-time codes, known by their names. */
final class Secrets {
  private Secrets() {}

  static boolean link(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith("link");
  }

  static boolean named(String name) {
    return link(name) || name.toLowerCase(Locale.ROOT).endsWith("code");
  }

  /** The model as it is kept once the mail has left. */
  static Map<String, String> without(Map<String, String> model) {
    Map<String, String> kept = new TreeMap<>(model);
    kept.replaceAll((name, value) -> named(name) ? "" : value);
    return kept;
  }
}
