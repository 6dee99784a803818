package org.sonocert.notification;

import java.util.Locale;

/** Which values of a mail open something: links and one-time codes, known by their names. */
final class Secrets {
  private Secrets() {}

  static boolean link(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith("link");
  }

  static boolean named(String name) {
    return link(name) || name.toLowerCase(Locale.ROOT).endsWith("code");
  }
}
