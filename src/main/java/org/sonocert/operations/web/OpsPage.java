package org.sonocert.operations.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.Masked;
import org.sonocert.engine.JobBacklog;
import org.sonocert.engine.NodesSeen;
import org.sonocert.notification.OutboxBacklog;
import org.sonocert.notification.UnsettledMail.Waiting;
import org.sonocert.operations.backup.LastBackup;
import org.sonocert.operations.desk.StandingStep;
import org.sonocert.operations.desk.Versions;

/**
 * What the operator's page shows.
 *
 * @param failed how many steps stand still; the list holds the first of them
 * @param bounced requests to evaluators that were refused lately
 * @param keys what is wrong with the key files
 * @param backupFolder where backups go; null when none is set
 * @param now machine time
 */
public record OpsPage(
    long failed,
    List<StandingStep> steps,
    OutboxBacklog.Counts outbox,
    List<Waiting> mails,
    List<Waiting> bounced,
    JobBacklog.Backlog jobs,
    List<JobBacklog.Hour> hours,
    List<String> keys,
    Backups backups,
    @Nullable String backupFolder,
    Versions.Running versions,
    List<NodesSeen.Node> nodes,
    Instant now) {
  private static final Duration LATE = Duration.ofMinutes(5);
  private static final Duration SILENT = Duration.ofMinutes(2);

  /** The backups that were made, and what a restore has left. */
  public record Backups(
      boolean embedded,
      boolean running,
      boolean overdue,
      List<LastBackup.Made> latest,
      List<LastBackup.Restored> restored) {}

  /** How many things need somebody's hand. */
  public long hands() {
    return failed + mails.size() + keys.size() + (late() ? 1 : 0) + (backups.overdue() ? 1 : 0);
  }

  /** Whether due work has waited for longer than a busy minute explains. */
  public boolean late() {
    return jobs.age().compareTo(LATE) > 0 || outbox.age().compareTo(LATE) > 0;
  }

  /** Whether a node has not been heard of for a while. */
  public boolean silent(NodesSeen.Node node) {
    return Duration.between(node.at(), now).compareTo(SILENT) > 0;
  }

  /** Most jobs of an hour, for the width of its bar. */
  public long busiest() {
    return hours.stream().mapToLong(JobBacklog.Hour::jobs).max().orElse(1);
  }

  /** A key for a form of this page, under which it counts once. */
  public String formKey() {
    return UUID.randomUUID().toString();
  }

  /** What was said about a mail last, without whoever it is for. */
  public String said(Waiting mail) {
    return Masked.text(mail.error());
  }

  /** Bytes as people read them. */
  public String size(long bytes) {
    if (bytes < 10_000) {
      return bytes + " B";
    }
    return bytes < 10_000_000 ? bytes / 1_000 + " kB" : bytes / 1_000_000 + " MB";
  }
}
