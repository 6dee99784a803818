package org.sonocert.support;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;

/**
 * What a candidate asked about an enrolment, and what they were answered.
 *
 * @param page path from which it was asked, null when unknown
 * @param browser what the browser said of itself, null when it said nothing
 * @param dueAt by when it is answered, null until the process has worked it out
 * @param answer null while it is open
 */
public record SupportRequest(
    UUID id,
    EnrolmentId enrolment,
    SupportKind kind,
    String text,
    @Nullable String page,
    @Nullable String browser,
    Instant askedAt,
    @Nullable Instant dueAt,
    @Nullable String answer,
    @Nullable Instant answeredAt) {

  /** Whether nobody has answered yet. */
  public boolean open() {
    return answer == null;
  }
}
