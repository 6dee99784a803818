package org.sonocert.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.sonocert.assessment.Score.Share;
import org.sonocert.engine.Decisions;
import org.springframework.stereotype.Component;

/**
 * Puts the outcomes of a score into bands, as the table of a release says. Outcomes with too few
 * questions are put together until there are enough; when there never are, no band is given
 * (product rules, 4).
 */
@Component
class Banding {
  private static final String TABLE = "outcome-band";

  private final Decisions decisions;

  Banding(Decisions decisions) {
    this.decisions = decisions;
  }

  /** Outcomes that share a band, and what was right of them. */
  private record Group(List<String> outcomes, Share share) {
    Group plus(Group other) {
      List<String> all = new ArrayList<>(outcomes);
      all.addAll(other.outcomes);
      Share sum = new Share(share.right() + other.share.right(), share.of() + other.share.of());
      return new Group(all, sum);
    }
  }

  /** The bands of a score against its cut; none where the release holds no table for them. */
  List<Band> of(long release, Map<String, Share> byOutcome, int cutPercent) {
    if (!decisions.holds(release, TABLE)) {
      return List.of();
    }
    List<Group> large = new ArrayList<>();
    Group small = new Group(List.of(), new Share(0, 0));
    for (Map.Entry<String, Share> one : byOutcome.entrySet()) {
      Group group = new Group(List.of(one.getKey()), one.getValue());
      if (shown(release, group, cutPercent)) {
        large.add(group);
      } else {
        small = small.plus(group);
      }
    }
    addSmall(release, large, small, cutPercent);
    return large.stream().map(group -> band(release, group, cutPercent)).toList();
  }

  /** Those with too few stand together; if they are too few even so, with the smallest other. */
  private void addSmall(long release, List<Group> large, Group small, int cutPercent) {
    if (small.outcomes().isEmpty()) {
      return;
    }
    if (shown(release, small, cutPercent)) {
      large.add(small);
    } else if (!large.isEmpty()) {
      Group smallest =
          large.stream().min(Comparator.comparingInt(group -> group.share().of())).orElseThrow();
      large.remove(smallest);
      large.add(smallest.plus(small));
    }
  }

  private boolean shown(long release, Group group, int cutPercent) {
    return Boolean.TRUE.equals(row(release, group, cutPercent).get("bandShown"));
  }

  private Band band(long release, Group group, int cutPercent) {
    return new Band(group.outcomes(), String.valueOf(row(release, group, cutPercent).get("band")));
  }

  private Map<String, Object> row(long release, Group group, int cutPercent) {
    int of = group.share().of();
    int percent = of == 0 ? 0 : group.share().right() * 100 / of;
    return decisions.evaluate(
        release, TABLE, Map.of("items", of, "pointsFromCut", percent - cutPercent));
  }
}
