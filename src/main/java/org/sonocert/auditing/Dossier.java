package org.sonocert.auditing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.auditing.FindingEnrolments.Found;
import org.sonocert.core.EnrolmentId;
import org.sonocert.engine.CaseView.Run;

/**
 * What an auditor sees of one enrolment.
 *
 * @param release under which it was bought; null before that
 * @param reason why it ended, in words
 */
public record Dossier(
    EnrolmentId id,
    Found found,
    @Nullable Long release,
    @Nullable Instant windowEndsAt,
    @Nullable String reason,
    @Nullable String serial,
    List<RunUnder> runs,
    List<Told> leaves,
    List<Decided> decisions,
    List<Sent> mails,
    List<Accepted> agreements,
    List<Looks.Look> looks) {

  /** A process and the release under which it runs. */
  public record RunUnder(Run run, long release) {}

  /**
   * A decision that a table made.
   *
   * @param rows which of its rows matched, counted from 1
   */
  public record Decided(String table, long release, Instant at, String rows, List<String> result) {}

  /** A mail without its addressee and its content. */
  public record Sent(String kind, Instant writtenAt, @Nullable Instant sentAt, String state) {}

  /**
   * A text that the candidate accepted.
   *
   * @param version null for the one that older releases held in their task form
   */
  public record Accepted(
      String part, @Nullable Integer version, String language, String hash, Instant at) {}

  /** Whether each leaf's payload still opens its commitment. */
  public boolean whole() {
    return leaves.stream().allMatch(Told::whole);
  }

  /** Whether the leaves are numbered from 1 without a gap. */
  public boolean gapless() {
    for (int i = 0; i < leaves.size(); i++) {
      if (leaves.get(i).number() != i + 1) {
        return false;
      }
    }
    return true;
  }
}
