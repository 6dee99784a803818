package org.sonocert.engine;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes policy releases: one deployment of all files together, once, with who and why. */
@Component
class PolicyReleases {
  private static final Logger log = LoggerFactory.getLogger(PolicyReleases.class);
  private static final long ONE_PUBLISHER = 7_301_904_417L;

  private final RepositoryService repository;
  private final JdbcClient db;
  private final ProgrammeClock clock;
  private final ReleaseLookup releases;
  private final PolicyGate gate;

  PolicyReleases(
      RepositoryService repository,
      JdbcClient db,
      ProgrammeClock clock,
      ReleaseLookup releases,
      PolicyGate gate) {
    this.repository = repository;
    this.db = db;
    this.clock = clock;
    this.releases = releases;
    this.gate = gate;
  }

  /**
   * Publishes the files unless the newest release already holds exactly them.
   *
   * @throws IllegalStateException with every finding when the policy check refuses a file
   */
  @Transactional
  public void publish(PolicyFiles files, String catalogueVersion, String author, String reason) {
    db.sql("select pg_advisory_xact_lock(" + ONE_PUBLISHER + ")").query().listOfRows();
    String hash = files.hash(catalogueVersion);
    List<PolicyRelease> known = releases.all();
    PolicyRelease newest = known.isEmpty() ? null : known.get(known.size() - 1);
    if (newest != null && newest.hash().equals(hash)) {
      return;
    }
    gate.require(files);
    long number = newest == null ? 1 : newest.number() + 1;
    DeploymentBuilder deployment =
        repository.createDeployment().name("policy release " + number).source(author);
    files
        .files()
        .forEach(
            (name, content) ->
                deployment.addString(name, new String(content, StandardCharsets.UTF_8)));
    Instant now = clock.now();
    db.sql("insert into policy_release values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            number,
            deployment.deploy().getId(),
            hash,
            catalogueVersion,
            author,
            author,
            reason,
            Timestamp.from(now),
            Timestamp.from(now))
        .update();
    log.info("Policy release {} is in force ({} files)", number, files.files().size());
  }
}
