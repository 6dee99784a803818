package org.sonocert.peerevaluation.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonocert.core.DatabaseKeys;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;

@RealParts
class SealKeyCheckTest {
  @Autowired DatabaseKeys database;
  @Autowired SealKeys keys;

  @Test
  void theKeyOfTheDatabaseMayStartAndAnotherMayNot(@TempDir Path elsewhere) {
    assertThat(new SealKeyCheck(database, keys).findings()).isEmpty();
    assertThat(new SealKeyCheck(database, new SealKeys(elsewhere)).findings())
        .singleElement()
        .asString()
        .contains("keys/sealed-answers.key", "copy it");
    assertThat(new SealKeyCheck(database, keys).findings()).isEmpty();
  }
}
