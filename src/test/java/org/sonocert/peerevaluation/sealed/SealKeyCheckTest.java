package org.sonocert.peerevaluation.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealParts
class SealKeyCheckTest {
  @Autowired JdbcClient db;
  @Autowired SealKeys keys;

  @Test
  void theKeyOfTheDatabaseMayStartAndAnotherMayNot(@TempDir Path elsewhere) {
    assertThat(new SealKeyCheck(db, keys).findings()).isEmpty();
    assertThat(new SealKeyCheck(db, new SealKeys(elsewhere)).findings())
        .singleElement()
        .asString()
        .contains("keys/sealed-answers.key", "copy it");
    assertThat(new SealKeyCheck(db, keys).findings()).isEmpty();
  }
}
