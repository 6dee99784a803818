package org.sonocert.payment.codes;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.sonocert.engine.Decisions;
import org.sonocert.engine.ReleaseView;
import org.springframework.stereotype.Service;

/** How long codes are kept, as the table of the release in force says. */
@Service
public class CodeTerms {
  private final Decisions decisions;
  private final ReleaseView releases;

  CodeTerms(Decisions decisions, ReleaseView releases) {
    this.decisions = decisions;
    this.releases = releases;
  }

  /** How long a reserved code is kept once eligibility is decided. */
  public Duration reserved(Instant now) {
    return days("reserved", now);
  }

  /** How long a code that came back can be used at least. */
  Duration returned(Instant now) {
    return days("returned", now);
  }

  /** How long the link holds with which a payer sees a package. */
  Duration payerLink(Instant now) {
    return days("payer-link", now);
  }

  private Duration days(String occasion, Instant now) {
    Map<String, Object> row =
        decisions.evaluate(
            releases.inForce(now).number(), "code-terms", Map.of("occasion", occasion));
    if (!(row.get("days") instanceof Number days)) {
      throw new IllegalStateException("The table code-terms gives no days for " + occasion);
    }
    return Duration.ofDays(days.longValue());
  }
}
