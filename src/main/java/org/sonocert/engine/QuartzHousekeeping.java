package org.sonocert.engine;

import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.clock.Housekeeping;
import org.sonocert.engine.clock.JobSwitch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.quartz.QuartzJobBean;
import org.springframework.stereotype.Component;

/** Registers every {@link Housekeeping} bean with the clustered scheduler, in UTC. */
@Component
class QuartzHousekeeping implements SmartLifecycle, JobSwitch {
  private final Scheduler scheduler;
  private final ObjectProvider<Housekeeping> all;
  private final boolean runJobs;
  private volatile boolean running;

  QuartzHousekeeping(
      Scheduler scheduler,
      ObjectProvider<Housekeeping> all,
      @Value("${sonocert.jobs:true}") boolean runJobs) {
    this.scheduler = scheduler;
    this.all = all;
    this.runJobs = runJobs;
  }

  @Override
  public void start() {
    if (runJobs) {
      all.orderedStream().forEach(this::schedule);
    }
    running = true;
  }

  private void schedule(Housekeeping work) {
    JobDetail job =
        JobBuilder.newJob(Run.class)
            .withIdentity(work.name())
            .usingJobData("name", work.name())
            .storeDurably()
            .build();
    Trigger trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(work.name())
            .forJob(job)
            .withSchedule(
                CronScheduleBuilder.cronSchedule(work.schedule())
                    .inTimeZone(TimeZone.getTimeZone("UTC"))
                    .withMisfireHandlingInstructionDoNothing())
            .build();
    try {
      scheduler.addJob(job, true);
      if (scheduler.rescheduleJob(trigger.getKey(), trigger) == null) {
        scheduler.scheduleJob(trigger);
      }
    } catch (SchedulerException e) {
      throw new IllegalStateException("Housekeeping " + work.name() + " cannot be scheduled", e);
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 10;
  }

  @Override
  public void pause() {
    try {
      scheduler.standby();
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void resume() {
    try {
      if (runJobs && running) {
        scheduler.start();
      }
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One run, found again by name. */
  @DisallowConcurrentExecution
  static class Run extends QuartzJobBean {
    private final ObjectProvider<Housekeeping> all;
    private final ProgrammeClock clock;

    Run(ObjectProvider<Housekeeping> all, ProgrammeClock clock) {
      this.all = all;
      this.clock = clock;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
      String name = context.getMergedJobDataMap().getString("name");
      all.stream().filter(h -> h.name().equals(name)).forEach(h -> h.run(clock.now()));
    }
  }
}
