package org.sonocert.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealParts
class RealPartsTest {
  @Autowired JdbcClient db;

  @Test
  void theApplicationsLoginCannotMakeTables() {
    assertThat(
            db.sql("select has_schema_privilege(current_user, 'app', 'CREATE')")
                .query(Boolean.class)
                .single())
        .isFalse();
  }
}
