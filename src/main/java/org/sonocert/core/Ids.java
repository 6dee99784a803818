package org.sonocert.core;

import java.util.UUID;

/** Reads ids from addresses. */
final class Ids {
  private Ids() {}

  static UUID parse(String text, String what) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Rejected(Rejection.notFound(what));
    }
  }
}
