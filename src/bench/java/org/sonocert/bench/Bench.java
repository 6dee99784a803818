package org.sonocert.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Runs everything and writes {@code target/bench/report.md}. */
public final class Bench {
  private Bench() {}

  /** The one way to start it, see docs/bench.md. */
  public static void main(String[] args) throws IOException {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    Path home = Files.createTempDirectory(folder(), "server-");
    Report report = new Report();
    try (Server server = new Server(home)) {
      sideBySide(server, report);
    } finally {
      FileSystemUtils.deleteRecursively(home);
    }
    Path file = folder().resolve("report.md");
    Files.writeString(file, report.text());
    System.out.println(report.text());
    System.exit(0);
  }

  private static void sideBySide(Server server, Report report) {
    try (Contestant ours = new Ours(server);
        Contestant camunda =
            new StockCamunda(Database.pooled(server.create("camunda")), StockAnswers.FIELDS);
        Contestant lean =
            new StockCamunda(Database.pooled(server.create("lean")), StockAnswers.ONE_TEXT);
        Contestant flowable =
            new FlowableContestant(
                Database.pooled(server.create("flowable")), StockAnswers.FIELDS)) {
      List<Contestant> all = List.of(ours, camunda, lean, flowable);
      int enrolments = Integer.getInteger("bench.enrolments", 40);
      all.forEach(contestant -> new Round(contestant, enrolments).run());
      for (int round = 1; round <= Integer.getInteger("bench.rounds", 5); round++) {
        for (Contestant contestant : all) {
          report.took(contestant.name(), new Round(contestant, enrolments).run());
        }
        System.out.println("round " + round + " done");
      }
      Map<String, Costs> costs = new LinkedHashMap<>();
      all.forEach(c -> costs.put(c.name(), Costs.of(c, enrolments)));
      report.costs(costs);
    }
  }

  /** Where everything of a run lies. */
  static Path folder() throws IOException {
    return Files.createDirectories(Path.of("target", "bench").toAbsolutePath());
  }
}
