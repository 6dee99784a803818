package org.sonocert.engine;

import java.nio.file.Path;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.sonocert.engine.clock.JobSwitch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Publishes the policy that came with the program or lies in {@code SONOCERT_POLICY}, then lets
 * jobs run; stops them before anything that they use.
 */
@Component
class EngineLifecycle implements SmartLifecycle, JobSwitch {
  private final PolicyReleases releases;
  private final JobExecutor executor;
  private final ObjectProvider<CatalogueVersion> catalogue;
  private final String folder;
  private final boolean runJobs;
  private volatile boolean running;

  EngineLifecycle(
      PolicyReleases releases,
      SpringTransactionsProcessEngineConfiguration settings,
      ObjectProvider<CatalogueVersion> catalogue,
      @Value("${sonocert.policy:}") String folder,
      @Value("${sonocert.jobs:true}") boolean runJobs) {
    this.releases = releases;
    this.executor = settings.getJobExecutor();
    this.catalogue = catalogue;
    this.folder = folder;
    this.runJobs = runJobs;
  }

  @Override
  public void start() {
    PolicyFiles files =
        folder.isEmpty() ? PolicyFiles.fromClassPath() : PolicyFiles.fromFolder(Path.of(folder));
    String version = catalogue.stream().findFirst().map(CatalogueVersion::version).orElse("none");
    releases.publish(files, version, "shipped with the program", "as shipped");
    resume();
    running = true;
  }

  @Override
  public void stop() {
    pause();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void pause() {
    executor.shutdown();
  }

  @Override
  public void resume() {
    if (runJobs) {
      executor.start();
    }
  }
}
