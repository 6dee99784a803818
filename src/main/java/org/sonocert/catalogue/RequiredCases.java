package org.sonocert.catalogue;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sonocert.engine.Decisions;
import org.springframework.stereotype.Service;

/** How many cases an area asks for, as the table of a release says. */
@Service
public class RequiredCases {
  private final Decisions decisions;
  private final Map<String, Requirement> known = new ConcurrentHashMap<>();

  RequiredCases(Decisions decisions) {
    this.decisions = decisions;
  }

  /** The table's row for an area: the number, and the sentence that says it. */
  public record Requirement(int cases, String sentence) {}

  /** Looked up once for each release and area, since a release never changes. */
  public Requirement of(long release, String area) {
    return known.computeIfAbsent(release + " " + area, key -> ask(release, area));
  }

  private Requirement ask(long release, String area) {
    Map<String, Object> row =
        decisions.evaluate(release, "required-cases", Map.of("areaCode", area));
    if (!(row.get("requiredCases") instanceof Number cases)) {
      throw new IllegalStateException("The table required-cases gives no number for " + area);
    }
    return new Requirement(cases.intValue(), String.valueOf(row.get("reason")));
  }
}
