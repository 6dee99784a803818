package org.sonocert.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A mail in the demo's mailbox. */
record DeliveredMail(
    long id,
    String messageId,
    String to,
    String subject,
    String text,
    String html,
    Instant sentAt) {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;]");

  /** The addresses in its text, in their order. */
  @JsonProperty
  public List<String> links() {
    return LINK.matcher(text).results().map(MatchResult::group).distinct().toList();
  }
}
