package org.sonocert.credential;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the components of an enrolment published about themselves: results and when their evidence
 * came in.
 */
record Evidence(List<Assessed> assessments, List<Evaluated> evaluations) {

  /** The result of one area. */
  record Assessed(String area, boolean passed, @Nullable Instant evidenceAt) {}

  /** The result of the peer evaluation, dated by the later of the evaluations that count. */
  record Evaluated(boolean passed, @Nullable Instant evidenceAt) {}

  /** Why a credential must not be issued, empty when everything was passed in time (INV-01). */
  Optional<String> missing(List<String> areas, Instant windowEnd) {
    for (String area : areas) {
      List<Assessed> ofArea = assessments.stream().filter(a -> a.area().equals(area)).toList();
      if (ofArea.stream().noneMatch(Assessed::passed)) {
        return Optional.of("no passed assessment of " + area);
      }
      if (ofArea.stream().noneMatch(a -> a.passed() && inTime(a.evidenceAt(), windowEnd))) {
        return Optional.of("the assessment of " + area + " came in after the window's end");
      }
    }
    if (evaluations.stream().noneMatch(Evaluated::passed)) {
      return Optional.of("no peer evaluations that meet the standard");
    }
    if (evaluations.stream().noneMatch(e -> e.passed() && inTime(e.evidenceAt(), windowEnd))) {
      return Optional.of("the peer evaluations came in after the window's end");
    }
    return Optional.empty();
  }

  private static boolean inTime(@Nullable Instant evidence, Instant windowEnd) {
    return evidence != null && !evidence.isAfter(windowEnd);
  }
}
