package org.sonocert.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The figures of a run as Markdown. The first contestant is the one that the others are held to.
 */
final class Report {
  private final Map<String, List<Round.Took>> turns = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();

  void took(String contestant, Round.Took took) {
    turns.computeIfAbsent(contestant, c -> new ArrayList<>()).add(took);
  }

  void costs(Map<String, Costs> costs) {
    line("# Bench");
    line("");
    line(
        "%d processors, Java %s. Whole certificate enrolments by %d threads, in turn."
            .formatted(
                Runtime.getRuntime().availableProcessors(), Runtime.version(), Round.THREADS));
    speed();
    line("");
    line("## What one enrolment costs");
    line("");
    line(
        "| | SQL by people | SQL by jobs | SQL, batches singly | rows written | commits | rollbacks |");
    line("|---|---|---|---|---|---|---|");
    costs.forEach(
        (name, c) ->
            line(
                "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.2f |"
                    .formatted(
                        name,
                        c.people(),
                        c.jobs(),
                        c.singly(),
                        c.rows(),
                        c.commits(),
                        c.rollbacks())));
  }

  private void speed() {
    line("");
    line("## Enrolments per second");
    line("");
    line(
        "| | per round | median | ours / it, by round | median ratio | CPU ms of the JVM | WAL bytes | s waited for jobs |");
    line("|---|---|---|---|---|---|---|---|");
    List<Round.Took> ours = turns.values().iterator().next();
    turns.forEach(
        (name, took) -> {
          List<Double> ratios = new ArrayList<>();
          for (int i = 0; i < took.size(); i++) {
            ratios.add(ours.get(i).perSecond() / took.get(i).perSecond());
          }
          line(
              "| %s | %s | %.2f | %s | %.2f | %.0f | %.0f | %.2f |"
                  .formatted(
                      name,
                      listed(took.stream().map(Round.Took::perSecond).toList()),
                      median(took, Round.Took::perSecond),
                      listed(ratios),
                      median(ratios, r -> r),
                      median(took, Round.Took::cpuMillis),
                      median(took, Round.Took::wal),
                      median(took, Round.Took::waited)));
        });
  }

  private static String listed(List<Double> values) {
    return values.stream()
        .map(v -> String.format(Locale.ROOT, "%.2f", v))
        .collect(Collectors.joining(" "));
  }

  static <T> double median(List<T> values, ToDoubleFunction<T> of) {
    double[] sorted = values.stream().mapToDouble(of).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  void line(String line) {
    text.append(line).append('\n');
  }

  String text() {
    return text.toString();
  }
}
