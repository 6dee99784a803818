package org.sonocert.policy.samples;

import org.sonocert.core.Step;

/** Steps for the scan to find; loading this class would fail the test that finds them. */
public class SampleSteps {
  static {
    if (true) {
      throw new IllegalStateException("the scan must not load classes");
    }
  }

  @Step(
      label = "Award sample",
      description = "Gives what was earned.",
      reads = "passed",
      writes = {"windowEnd", "serial"})
  void awardSample() {}

  void noStep() {}
}
