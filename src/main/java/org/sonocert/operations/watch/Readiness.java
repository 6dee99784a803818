package org.sonocert.operations.watch;

import java.util.List;
import java.util.function.Supplier;
import org.sonocert.engine.EngineHealth;
import org.sonocert.operations.KeyFilesCheck;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What readiness asks beside the database: without these a node must get no requests. */
@Configuration(proxyBeanMethods = false)
class Readiness {

  @Bean
  HealthIndicator engineHealthIndicator(EngineHealth engine) {
    return asking(engine::findings);
  }

  @Bean
  HealthIndicator keyFilesHealthIndicator(KeyFilesCheck keys) {
    return asking(keys::findings);
  }

  /** A migration that broke off leaves a row; a start would refuse, and so does a running node. */
  @Bean
  HealthIndicator migrationsHealthIndicator(JdbcClient db) {
    return asking(
        () ->
            db.sql("select script from flyway_schema_history where not success")
                .query(String.class)
                .list());
  }

  /**
   * Whoever cannot be asked is down; a health that fails itself would say nothing of the others.
   */
  private static HealthIndicator asking(Supplier<List<String>> findings) {
    return () -> {
      try {
        return of(findings.get());
      } catch (RuntimeException notThere) {
        return Health.down().build();
      }
    };
  }

  private static Health of(List<String> findings) {
    return findings.isEmpty()
        ? Health.up().build()
        : Health.down().withDetail("findings", findings).build();
  }
}
