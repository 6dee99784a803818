package org.sonocert.operations.web;

import java.time.Duration;
import org.sonocert.core.MachineClock;
import org.sonocert.engine.FailedSteps;
import org.sonocert.engine.JobBacklog;
import org.sonocert.engine.NodesSeen;
import org.sonocert.notification.OutboxBacklog;
import org.sonocert.notification.UnsettledMail;
import org.sonocert.operations.KeyFilesCheck;
import org.sonocert.operations.backup.BackingUp;
import org.sonocert.operations.backup.LastBackup;
import org.sonocert.operations.desk.RetryingSteps;
import org.sonocert.operations.desk.Versions;
import org.springframework.stereotype.Component;

/** Gathers what the operator's page shows; no part of it grows with what is done. */
@Component
class OpsView {
  /** As many as somebody looks through; more stand behind the count. */
  static final int LISTED = 50;

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LATELY = Duration.ofDays(30);

  private final FailedSteps failed;
  private final RetryingSteps steps;
  private final OutboxBacklog outbox;
  private final UnsettledMail mails;
  private final JobBacklog jobs;
  private final KeyFilesCheck keys;
  private final BackingUp backingUp;
  private final LastBackup lastBackup;
  private final Versions versions;
  private final NodesSeen nodes;
  private final MachineClock machine;

  OpsView(
      FailedSteps failed,
      RetryingSteps steps,
      OutboxBacklog outbox,
      UnsettledMail mails,
      JobBacklog jobs,
      KeyFilesCheck keys,
      BackingUp backingUp,
      LastBackup lastBackup,
      Versions versions,
      NodesSeen nodes,
      MachineClock machine) {
    this.failed = failed;
    this.steps = steps;
    this.outbox = outbox;
    this.mails = mails;
    this.jobs = jobs;
    this.keys = keys;
    this.backingUp = backingUp;
    this.lastBackup = lastBackup;
    this.versions = versions;
    this.nodes = nodes;
    this.machine = machine;
  }

  OpsPage page() {
    return new OpsPage(
        failed.count(),
        steps.list(LISTED),
        outbox.now(),
        mails.list(LISTED),
        mails.bounced(LATELY, LISTED),
        jobs.now(),
        jobs.byHour(DAY),
        keys.findings(),
        new OpsPage.Backups(
            backingUp.embedded(),
            backingUp.running(),
            lastBackup.overdue(),
            lastBackup.latest(5),
            lastBackup.restored()),
        backingUp.folder(),
        versions.now(),
        nodes.list(),
        machine.now());
  }
}
