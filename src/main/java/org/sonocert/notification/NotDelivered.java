package org.sonocert.notification;

import org.jspecify.annotations.Nullable;

/** The relay did not say that it accepted a letter. */
public class NotDelivered extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is known about the letter. */
  public enum Fate {
    /** Not accepted; later it may be. */
    LATER,
    /** Refused for good: the address bounces. */
    REFUSED,
    /** It may have been accepted. */
    UNCERTAIN
  }

  private final Fate fate;

  public NotDelivered(Fate fate, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.fate = fate;
  }

  /** What is known about the letter. */
  public Fate fate() {
    return fate;
  }
}
