package org.sonocert.operations.desk;

import org.jspecify.annotations.Nullable;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.EngineHealth;
import org.sonocert.engine.ReleaseView;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What runs here, for whoever asks "which version is that". */
@Component
public class Versions {
  private final JdbcClient db;
  private final ObjectProvider<BuildProperties> build;
  private final EngineHealth engine;
  private final ReleaseView releases;
  private final Catalogue catalogue;
  private final ProgrammeClock clock;

  Versions(
      JdbcClient db,
      ObjectProvider<BuildProperties> build,
      EngineHealth engine,
      ReleaseView releases,
      Catalogue catalogue,
      ProgrammeClock clock) {
    this.db = db;
    this.build = build;
    this.engine = engine;
    this.releases = releases;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * One of each.
   *
   * @param application null when the program was not built by its build
   * @param release number of the policy release in force
   * @param migration the newest one in the database
   */
  public record Running(
      @Nullable String application,
      String java,
      String engine,
      String database,
      long release,
      String catalogue,
      String migration) {}

  /** What runs now. */
  public Running now() {
    BuildProperties built = build.getIfAvailable();
    return new Running(
        built == null ? null : built.getVersion(),
        Runtime.version().toString(),
        engine.version(),
        db.sql("show server_version").query(String.class).single(),
        releases.inForce(clock.now()).number(),
        catalogue.version(),
        migration());
  }

  private String migration() {
    return db.sql(
            "select version || ' ' || description from flyway_schema_history"
                + " where success and version is not null order by installed_rank desc limit 1")
        .query(String.class)
        .single();
  }
}
