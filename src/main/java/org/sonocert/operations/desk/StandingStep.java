package org.sonocert.operations.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Masked;
import org.sonocert.engine.FailedSteps.FailedStep;

/**
 * A step that stands still, as an operator may read it.
 *
 * @param since programme time
 * @param raw what was thrown, innermost last, with the program's own frames: no personal data
 */
public record StandingStep(
    String job,
    @Nullable EnrolmentId enrolment,
    String process,
    String step,
    @Nullable Instant since,
    Cause cause,
    List<String> raw) {
  private static final int LONGEST_LINE = 300;
  private static final int MOST_LINES = 25;

  static StandingStep of(FailedStep failed) {
    return new StandingStep(
        failed.job(),
        failed.enrolment(),
        failed.process(),
        failed.step(),
        failed.since(),
        Cause.of(failed.message(), failed.trace()),
        raw(failed));
  }

  /** The chain of exceptions and where they came through our code; other people's frames not. */
  private static List<String> raw(FailedStep failed) {
    List<String> lines =
        failed
            .trace()
            .lines()
            .map(String::strip)
            .filter(line -> !line.startsWith("at ") || line.startsWith("at org.sonocert."))
            .filter(line -> !line.startsWith("...") && !line.isEmpty())
            .map(StandingStep::line)
            .limit(MOST_LINES)
            .toList();
    return lines.isEmpty() ? List.of(line(failed.message())) : lines;
  }

  private static String line(String said) {
    String masked = said.startsWith("at ") ? said : Masked.text(said);
    return masked.length() <= LONGEST_LINE ? masked : masked.substring(0, LONGEST_LINE) + " …";
  }
}
