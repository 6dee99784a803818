package org.sonocert.assessment.agreement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of one text, in both languages, as managers see it.
 *
 * @param reason why it was written
 * @param writtenBy name of who wrote it; null for what came with the programme
 * @param mine whether the reader wrote it
 * @param approved null until another manager has decided
 * @param acceptances how often it was accepted; 1000 stands for that many or more
 */
public record AgreementVersion(
    AgreementPart part,
    int version,
    String english,
    String spanish,
    String reason,
    @Nullable String writtenBy,
    boolean mine,
    Instant writtenAt,
    @Nullable Boolean approved,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    long acceptances) {

  /** Whether a second person still has to decide. */
  public boolean open() {
    return approved == null;
  }

  /** A text by paragraphs. */
  public List<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).toList();
  }
}
