package org.sonocert.core;

/**
 * A refusal as a value: what kind, a stable code for programs, and a reason for a person that says
 * what to do next.
 *
 * @param kind decides the HTTP status of the answer
 * @param code kebab-case and stable, for example {@code window-ended}
 * @param reason one or two sentences in plain English, shown to the person
 */
public record Rejection(Kind kind, String code, String reason) {

  /** What sort of refusal, with the HTTP status that goes with it. */
  public enum Kind {
    /** The input is wrong: 422. */
    INVALID(422),
    /** The input is right but the state does not allow it: 409. */
    CONFLICT(409),
    /** It is not there, or not for this person; both look the same: 404. */
    NOT_FOUND(404),
    /** It was there and is over for good: 410. */
    GONE(410),
    /** Too often in too short a time: 429. */
    TOO_MANY(429),
    /** Something outside is down: 503. */
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** The HTTP status code. */
    public int status() {
      return status;
    }
  }

  /** The input is wrong. */
  public static Rejection invalid(String code, String reason) {
    return new Rejection(Kind.INVALID, code, reason);
  }

  /** The state does not allow it. */
  public static Rejection conflict(String code, String reason) {
    return new Rejection(Kind.CONFLICT, code, reason);
  }

  /** Nothing of that name is here for this person. */
  public static Rejection notFound(String what) {
    return new Rejection(
        Kind.NOT_FOUND, "not-found", "There is no such " + what + " for you here.");
  }

  /** It is over for good. */
  public static Rejection gone(String code, String reason) {
    return new Rejection(Kind.GONE, code, reason);
  }

  /** Too often in too short a time. */
  public static Rejection tooMany(String code, String reason) {
    return new Rejection(Kind.TOO_MANY, code, reason);
  }
}
