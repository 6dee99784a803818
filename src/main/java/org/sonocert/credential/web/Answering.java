package org.sonocert.credential.web;

import org.jspecify.annotations.Nullable;
import org.sonocert.credential.Serial;
import org.sonocert.credential.Verification;
import org.sonocert.credential.VerifyingCredentials;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** One question about a serial and its answer, the same for pages and programs. */
@Component
class Answering {
  private final VerifyingCredentials verifying;
  private final AskingLimit limit;

  Answering(VerifyingCredentials verifying, AskingLimit limit) {
    this.verifying = verifying;
    this.limit = limit;
  }

  /** Why there is an answer or none. */
  enum Outcome {
    FOUND(HttpStatus.OK, "found"),
    UNKNOWN(HttpStatus.NOT_FOUND, "unknown"),
    MISTYPED(HttpStatus.UNPROCESSABLE_CONTENT, "mistyped"),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "too-many");

    final HttpStatus status;
    final String word;

    Outcome(HttpStatus status, String word) {
      this.status = status;
      this.word = word;
    }

    /** The word of messages and programs. */
    public String word() {
      return word;
    }
  }

  /** The answer; only a found one has a verification. */
  record Answer(Outcome outcome, @Nullable Verification verification) {}

  Answer to(String typed, String address) {
    if (!limit.allows(address)) {
      return new Answer(Outcome.TOO_MANY, null);
    }
    if (!(Serial.read(typed) instanceof Serial.Reading.Sound sound)) {
      return new Answer(Outcome.MISTYPED, null);
    }
    return verifying
        .verify(sound.serial())
        .map(v -> new Answer(Outcome.FOUND, v))
        .orElseGet(() -> new Answer(Outcome.UNKNOWN, null));
  }
}
