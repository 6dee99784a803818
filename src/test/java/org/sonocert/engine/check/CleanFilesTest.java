package org.sonocert.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanFilesTest {
  @Test
  void aCleanReleaseHasNoFinding() {
    var check = new PolicyCheck(PolicyFixture.STEPS);
    assertThat(check.check(PolicyFixture.files(PolicyFixture.CLEAN))).isEmpty();
  }
}
