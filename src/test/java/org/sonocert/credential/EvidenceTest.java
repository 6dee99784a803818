package org.sonocert.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final Instant END = Instant.parse("2027-05-14T16:20:00Z");
  private static final Instant LATE = END.plusMillis(1);
  private static final List<String> LUNG = List.of("LNG");

  @Test
  void everythingPassedAtTheLastInstantIsEnough() {
    assertThat(evidence(true, END, true, END).missing(LUNG, END)).isEmpty();
  }

  @Test
  void aMillisecondLateIsLate() {
    assertThat(evidence(true, LATE, true, END).missing(LUNG, END).orElseThrow())
        .contains("assessment of LNG", "after the window's end");
    assertThat(evidence(true, END, true, LATE).missing(LUNG, END).orElseThrow())
        .contains("peer evaluations", "after the window's end");
  }

  @Test
  void evidenceWithoutATimeCountsAsLate() {
    assertThat(evidence(true, null, true, END).missing(LUNG, END)).isPresent();
    assertThat(evidence(true, END, true, null).missing(LUNG, END)).isPresent();
  }

  @Test
  void whatWasNotPassedIsNamed() {
    assertThat(evidence(false, END, true, END).missing(LUNG, END).orElseThrow())
        .contains("no passed assessment of LNG");
    assertThat(evidence(true, END, false, END).missing(LUNG, END).orElseThrow())
        .contains("no peer evaluations");
    assertThat(new Evidence(List.of(), List.of()).missing(LUNG, END)).isPresent();
  }

  @Test
  void everyAreaOfASpecialtyIsNeeded() {
    assertThat(evidence(true, END, true, END).missing(List.of("LNG", "CAR"), END).orElseThrow())
        .contains("CAR");
  }

  private static Evidence evidence(
      boolean passed, @Nullable Instant sat, boolean met, @Nullable Instant evaluated) {
    return new Evidence(
        List.of(new Evidence.Assessed("LNG", passed, sat)),
        List.of(new Evidence.Evaluated(met, evaluated)));
  }
}
