package org.sonocert.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The figures of a run as Markdown. */
final class Report {
  private final Map<String, List<Round.Took>> turns = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();

  void took(String contestant, Round.Took took) {
    turns.computeIfAbsent(contestant, c -> new ArrayList<>()).add(took);
  }

  Report() {
    line("# Bench");
    line("");
    line(
        "%d processors, Java %s, PostgreSQL on the same machine."
            .formatted(Runtime.getRuntime().availableProcessors(), Runtime.version()));
  }

  void sideBySide(Map<String, Costs> costs) {
    speed(costs.keySet());
    line("");
    line("## What one enrolment costs");
    line("");
    line(
        "| | SQL by people | an action | SQL by jobs | batches singly | rows | commits | rollbacks |");
    line("|---|---|---|---|---|---|---|---|");
    costs.forEach(
        (name, c) ->
            line(
                row(
                    name,
                    c.people(),
                    c.people() / Contestant.ACTIONS,
                    c.jobs(),
                    c.singly(),
                    c.rows(),
                    c.commits(),
                    c.rollbacks())));
  }

  /** What came of siblings that were sent at the same instant. */
  void meetings(Map<String, Met> met) {
    line("");
    line("## Three completions of one enrolment at the same instant");
    line("");
    line("Per enrolment where nothing else is said; times in milliseconds.");
    line("");
    line(
        "| | enrolments | errors people saw | commits | rollbacks | jobs | SQL by people"
            + " | SQL by jobs | a completion, median | 95th | until the credential, median |");
    line("|---|---|---|---|---|---|---|---|---|---|---|");
    met.forEach((name, m) -> line(meetings(name, m)));
  }

  private static String meetings(String name, Met met) {
    double n = met.times();
    return row(
        "%s | %d | %s".formatted(name, met.times(), errors(met)),
        met.spent().commits() / n,
        met.spent().rollbacks() / n,
        met.jobs() / n,
        met.people() / n,
        met.background() / n,
        median(met.millis(), m -> m),
        quantile(met.millis(), 0.95),
        median(met.decided(), m -> m));
  }

  private static String errors(Met met) {
    return met.errors().isEmpty() ? "0" : met.errors().toString().replaceAll("[{}]", "");
  }

  private static String row(String name, double... values) {
    return "| "
        + name
        + " | "
        + DoubleStream.of(values)
            .mapToObj(v -> String.format(Locale.ROOT, "%.1f", v))
            .collect(Collectors.joining(" | "))
        + " |";
  }

  private void speed(Collection<String> names) {
    line("");
    line("## Whole enrolments per second, %d threads".formatted(Round.THREADS));
    line("");
    line(
        "| | per round | median | ours / it, by round | median ratio | CPU ms of the JVM | WAL bytes | s waited for jobs |");
    line("|---|---|---|---|---|---|---|---|");
    List<Round.Took> ours = Objects.requireNonNull(turns.get(Ours.NAME));
    names.forEach(
        name -> {
          List<Round.Took> took = Objects.requireNonNull(turns.get(name));
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

  private static double quantile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  String text() {
    return text.toString();
  }
}
