package org.sonocert.operations;

import java.util.List;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tables of the libraries, made by their own create scripts under the owner's login. */
@Configuration(proxyBeanMethods = false)
class LibraryTables {
  private static final String CAMUNDA =
      "org/camunda/bpm/engine/db/create/activiti.postgres.create.";

  @Bean
  JavaMigration camundaTables() {
    return new ScriptMigration(
        "02",
        "camunda",
        "camunda",
        List.of(
            CAMUNDA + "engine.sql",
            CAMUNDA + "history.sql",
            CAMUNDA + "identity.sql",
            CAMUNDA + "decision.engine.sql",
            CAMUNDA + "decision.history.sql",
            CAMUNDA + "case.engine.sql",
            CAMUNDA + "case.history.sql"));
  }

  @Bean
  JavaMigration quartzTables() {
    return new ScriptMigration(
        "03", "quartz", "quartz", List.of("org/quartz/impl/jdbcjobstore/tables_postgres.sql"));
  }

  @Bean
  JavaMigration sessionTables() {
    return new ScriptMigration(
        "04", "session", "app", List.of("org/springframework/session/jdbc/schema-postgresql.sql"));
  }
}
