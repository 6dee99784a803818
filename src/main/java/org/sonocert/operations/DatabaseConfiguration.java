package org.sonocert.operations;

import org.jspecify.annotations.Nullable;
import org.sonocert.core.ReaderLogin;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The embedded database with its three logins, unless {@code SPRING_DATASOURCE_URL} names a server.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${spring.datasource.url:}'.isEmpty()")
class DatabaseConfiguration {

  @Bean
  EmbeddedDatabase embeddedDatabase(DataFolder folder) {
    return new EmbeddedDatabase(folder);
  }

  /** The application's login: rows only. */
  @Bean
  JdbcConnectionDetails applicationLogin(EmbeddedDatabase database) {
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return "sonocert_app";
      }

      @Override
      public String getPassword() {
        return database.passwords().application();
      }

      @Override
      public String getJdbcUrl() {
        return database.url();
      }
    };
  }

  /** The auditors' login: reads what they need. */
  @Bean
  ReaderLogin readerLogin(EmbeddedDatabase database) {
    return new ReaderLogin(database.url(), EmbeddedDatabase.READER, database.passwords().reader());
  }

  /** The owner's login: migrates. */
  @Bean
  FlywayConnectionDetails ownerLogin(EmbeddedDatabase database) {
    return new FlywayConnectionDetails() {
      @Override
      public String getUsername() {
        return "sonocert_owner";
      }

      @Override
      public String getPassword() {
        return database.passwords().owner();
      }

      @Override
      public @Nullable String getJdbcUrl() {
        return database.url();
      }
    };
  }
}
