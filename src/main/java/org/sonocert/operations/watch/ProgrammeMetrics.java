package org.sonocert.operations.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToLongFunction;
import org.sonocert.operations.backup.LastBackup;
import org.sonocert.operations.watch.Figures.Taken;
import org.springframework.stereotype.Component;

/** The programme's own gauges; docs/operations.md lists all of them, and a test compares. */
@Component
class ProgrammeMetrics implements MeterBinder {
  private final Figures figures;
  private final LastBackup backup;

  ProgrammeMetrics(Figures figures, LastBackup backup) {
    this.figures = figures;
    this.backup = backup;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "jobs.due", "Jobs of the engine that should run now", t -> t.jobs().due());
    gauge(registry, "jobs.failed", "Steps that stand still", t -> t.jobs().failed());
    gauge(
        registry,
        "jobs.oldest.due.seconds",
        "For how long the first due job has waited",
        t -> t.jobs().age().toSeconds());
    mails(registry, "PENDING", t -> t.outbox().pending());
    mails(registry, "STARTED", t -> t.outbox().started());
    mails(registry, "AMBIGUOUS", t -> t.outbox().ambiguous());
    mails(registry, "HELD", t -> t.outbox().held());
    mails(registry, "FAILED", t -> t.outbox().failed());
    gauge(
        registry,
        "outbox.oldest.due.seconds",
        "For how long the first due mail has waited",
        t -> t.outbox().age().toSeconds());
    gauge(
        registry,
        "enrolments.active",
        "Enrolments that were bought and have not ended",
        t -> t.enrolments().active());
    gauge(
        registry,
        "windows.closing.day",
        "Windows that end within 24 hours",
        t -> t.enrolments().closing());
    Gauge.builder("sonocert.backup.age.seconds", backup, LastBackup::ageSeconds)
        .description("Age of the last backup that worked; not a number before the first")
        .register(registry);
  }

  private void gauge(MeterRegistry to, String name, String what, ToLongFunction<Taken> read) {
    Gauge.builder("sonocert." + name, figures, f -> read.applyAsLong(f.now()))
        .description(what)
        .register(to);
  }

  private void mails(MeterRegistry to, String state, ToLongFunction<Taken> read) {
    Gauge.builder("sonocert.outbox.mails", figures, f -> read.applyAsLong(f.now()))
        .description("Mails that were not sent yet, by state")
        .tag("state", state)
        .register(to);
  }
}
