package org.sonocert.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Runs everything and writes {@code target/bench/report.md}. */
public final class Bench {
  private static final int TURNS_OF_MEETINGS = 3;

  private Bench() {}

  /** The one way to start it, see docs/bench.md. */
  public static void main(String[] args) throws IOException {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    Path home = Files.createTempDirectory(folder(), "server-");
    Report report = new Report();
    try (Server server = new Server(home);
        Ours ours = new Ours(server)) {
      int rounds = Integer.getInteger("bench.rounds", 11);
      if (rounds > 0) {
        sideBySide(server, ours, rounds, report);
      }
      int meetings = Integer.getInteger("bench.meetings", 60);
      if (meetings > 0) {
        meet(server, ours, meetings, report);
      }
    } finally {
      FileSystemUtils.deleteRecursively(home);
    }
    Path file = folder().resolve("report.md");
    Files.writeString(file, report.text());
    System.out.println(report.text());
    System.exit(0);
  }

  private static void sideBySide(Server server, Ours ours, int rounds, Report report) {
    try (Contestant camunda =
            new StockCamunda(
                Database.pooled(server.create("camunda")),
                StockAnswers.FIELDS,
                "a variable per field",
                diagram -> diagram);
        Contestant lean =
            new StockCamunda(
                Database.pooled(server.create("lean")),
                StockAnswers.ONE_TEXT,
                "at its best: a variable per form, no job after a task",
                Policy::withoutJobsAfterTasks);
        Contestant flowable =
            new FlowableContestant(
                Database.pooled(server.create("flowable")), StockAnswers.FIELDS)) {
      List<Contestant> all = List.of(ours, camunda, lean, flowable);
      int enrolments = Integer.getInteger("bench.enrolments", 30);
      int warm = Integer.getInteger("bench.warm", 4);
      for (int round = 1; round <= warm; round++) {
        all.forEach(contestant -> turn(contestant, enrolments));
      }
      for (int round = 1; round <= rounds; round++) {
        for (Contestant contestant : fromAnother(all, round)) {
          report.took(contestant.name(), turn(contestant, enrolments));
        }
      }
      Map<String, Costs> costs = new LinkedHashMap<>();
      all.forEach(c -> costs.put(c.name(), Costs.of(c, enrolments)));
      report.sideBySide(costs);
    }
  }

  /**
   * Each round begins with another one, so that nobody always follows the same neighbour's work.
   */
  private static List<Contestant> fromAnother(List<Contestant> all, int round) {
    List<Contestant> order = new ArrayList<>(all);
    Collections.rotate(order, round);
    return order;
  }

  private static Round.Took turn(Contestant contestant, int enrolments) {
    contestant.invite(enrolments);
    return new Round(contestant, enrolments).run();
  }

  private static void meet(Server server, Ours ours, int meetings, Report report) {
    List<Meeting> all = new ArrayList<>(List.of(ours));
    for (MeetingCamunda.Care care : MeetingCamunda.Care.values()) {
      String database = "meet_" + care.ordinal();
      all.add(new MeetingCamunda(Database.pooled(server.create(database)), care));
    }
    int each = Math.max(1, meetings / TURNS_OF_MEETINGS);
    all.forEach(meeting -> new Meetings(meeting, each).run());
    Map<String, Met> met = new LinkedHashMap<>();
    for (int turn = 0; turn < TURNS_OF_MEETINGS; turn++) {
      for (Meeting meeting : all) {
        met.merge(meeting.name(), new Meetings(meeting, each).run(), Met::and);
      }
    }
    report.meetings(met);
    all.stream().filter(meeting -> meeting != ours).forEach(Contestant::close);
  }

  /** Where everything of a run lies. */
  static Path folder() throws IOException {
    return Files.createDirectories(Path.of("target", "bench").toAbsolutePath());
  }
}
