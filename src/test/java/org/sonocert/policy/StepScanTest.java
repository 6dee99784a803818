package org.sonocert.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sonocert.engine.check.StepNames.StepInfo;

class StepScanTest {
  @Test
  void stepsAreFoundByTheirMarkWithoutLoadingTheirClass() {
    var found = new StepScan("org/sonocert/policy/samples").steps();
    assertThat(found)
        .containsOnlyKeys("awardSample")
        .containsEntry(
            "awardSample", new StepInfo(Set.of("passed"), Set.of("windowEnd", "serial")));
  }
}
