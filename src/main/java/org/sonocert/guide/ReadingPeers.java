package org.sonocert.guide;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sonocert.engine.Diagram;

/** Reads what holds for peer evaluations from their tables and their diagram. */
final class ReadingPeers {
  private static final Pattern REPEATED = Pattern.compile("R(\\d+)/P(\\d+)D");
  private static final int HIGHEST = 4; // of the ratings that the form offers
  private static final String STANDARD = "peerStandardMet";

  private ReadingPeers() {}

  static Figures.Peers of(Tables tables, Diagram diagram) {
    int needed = Boundary.first(0, 20, n -> !score(tables, n, HIGHEST, HIGHEST, "open"));
    int[] reminders = reminders(diagram);
    return new Figures.Peers(
        needed,
        Boundary.first(10, HIGHEST * 10, t -> score(tables, needed, t / 10.0, HIGHEST, "met"))
            / 10.0,
        Boundary.last(1, HIGHEST, low -> score(tables, needed, HIGHEST, low, "below")),
        Boundary.first(
            0,
            100,
            share ->
                tables.says(
                    "evaluation-completeness",
                    Map.of("ratedShare", (double) share),
                    "complete",
                    true)),
        Boundary.last(
            1,
            100,
            n -> tables.says("open-invitations", Map.of("openInvitations", n), "allowed", true)),
        reminders[0],
        reminders[1]);
  }

  private static boolean score(Tables tables, int rated, double mean, int lowest, String answer) {
    return tables.says(
        "peer-score",
        Map.of("ratedEvaluations", rated, "peerMean", mean, "lowestImageQuality", lowest),
        STANDARD,
        answer);
  }

  /** How often and at which distance in days; never, when the diagram repeats nothing. */
  private static int[] reminders(Diagram diagram) {
    return diagram.nodes().values().stream()
        .map(Diagram.Node::timer)
        .filter(Objects::nonNull)
        .map(REPEATED::matcher)
        .filter(Matcher::matches)
        .map(m -> new int[] {Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))})
        .findFirst()
        .orElse(new int[] {0, 0});
  }
}
