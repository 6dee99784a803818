package org.sonocert.payment.codes.workflow;

import java.time.Instant;
import java.util.Optional;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Moments;
import org.sonocert.payment.codes.FoundCode;

/** Why an enrollment code cannot be used, each in words for the person who typed it. */
final class CodeRefusals {
  private CodeRefusals() {}

  /**
   * Why this person cannot use the code now; empty when nothing speaks against it.
   *
   * @param product the name of the code's product
   */
  static Optional<Rejection> of(FoundCode code, String product, Instant now) {
    if (code.own()) {
      return Optional.empty();
    }
    if (code.state().equals("used")) {
      return Optional.of(
          Rejection.conflict("code-used", "The code was used before and works once only."));
    }
    if (code.reserved()) {
      return Optional.of(
          Rejection.conflict(
              "code-reserved", "The code is reserved for another application at the moment."));
    }
    if (!code.packageOpen()) {
      return Optional.of(
          Rejection.gone(
              "code-closed",
              "The package of this code was closed, so the code works no more. Ask whoever gave it"
                  + " to you."));
    }
    if (now.isAfter(code.validUntil())) {
      return Optional.of(
          Rejection.gone(
              "code-expired",
              "The code could be used until "
                  + Moments.inWords(code.validUntil())
                  + ". Ask whoever gave it to you."));
    }
    return code.applying() ? Optional.empty() : Optional.of(noApplication(code, product));
  }

  private static Rejection noApplication(FoundCode code, String product) {
    boolean bought =
        code.enrolmentState() == EnrolmentState.ACTIVE
            || code.enrolmentState() == EnrolmentState.DECIDING;
    return bought
        ? Rejection.conflict(
            "bought-before",
            "The code is for " + product + ", which you have bought already. It stays unused.")
        : Rejection.conflict(
            "code-other-product",
            "The code is for "
                + product
                + ". You have no open application for that product, so the code stays unused."
                + " Apply for it first, then enter the code again.");
  }

  static Rejection mistyped() {
    return Rejection.invalid(
        "code-mistyped",
        "This is not an enrollment code: a sign is wrong, missing or too many. A code has four"
            + " groups of five.");
  }

  static Rejection unknown() {
    return Rejection.invalid(
        "code-unknown",
        "We know no such enrollment code. Compare it with what you were given, sign by sign.");
  }

  static Rejection over() {
    return Rejection.conflict(
        "application-over", "The application was paid or ended meanwhile; the code stays unused.");
  }

  static Rejection taken(String ending) {
    return Rejection.conflict(
        "code-taken", "The code ending in " + ending + " was taken or closed a moment ago.");
  }

  static Rejection otherReserved(String ending) {
    return Rejection.conflict(
        "other-code-reserved",
        "This application has the code ending in "
            + ending
            + " reserved already. Give that one back first if you want to use another.");
  }
}
