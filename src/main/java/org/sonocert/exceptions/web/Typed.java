package org.sonocert.exceptions.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.exceptions.ExceptionKind;
import org.sonocert.exceptions.Wish;

/** A form for days as it was typed. */
public record Typed(
    @Nullable String id,
    @Nullable String kind,
    @Nullable String days,
    @Nullable String reason,
    @Nullable String heldFrom,
    @Nullable String heldUntil) {

  Typed(String id, String kind, String days, String reason) {
    this(id, kind, days, reason, "", "");
  }

  /**
   * The id that was drawn with the form.
   *
   * @throws Rejected INVALID when it is none
   */
  UUID uuid() {
    try {
      return UUID.fromString(id == null ? "" : id);
    } catch (IllegalArgumentException notOurs) {
      throw invalid("id", "Please open this page again and send it from there.");
    }
  }

  String daysOrEmpty() {
    return days == null ? "" : days;
  }

  String reasonOrEmpty() {
    return reason == null ? "" : reason;
  }

  /**
   * What a manager asks for.
   *
   * @throws Rejected INVALID with what to mend
   */
  Wish wish() {
    ExceptionKind chosen =
        ExceptionKind.of(kind == null ? "" : kind)
            .orElseThrow(() -> invalid("kind", "Please choose what kind of exception it is."));
    return chosen == ExceptionKind.OPERATOR_HOLD
        ? Wish.held(uuid(), instant(heldFrom), instant(heldUntil), reasonOrEmpty())
        : Wish.days(uuid(), chosen, daysOrEmpty(), reasonOrEmpty());
  }

  private static Instant instant(@Nullable String typed) {
    try {
      return LocalDateTime.parse(typed == null ? "" : typed).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException notAMoment) {
      throw invalid("held", "Please give the beginning and the end of the time, in UTC.");
    }
  }

  private static Rejected invalid(String what, String why) {
    return new Rejected(Rejection.invalid("exception-" + what, why));
  }
}
