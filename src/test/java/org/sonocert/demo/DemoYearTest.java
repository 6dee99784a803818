package org.sonocert.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sonocert.core.MachineClock;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.invariants.Invariants;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A demo that lives through its year; as large as the demo's own with {@code -Pfull}. */
@RealParts
@TestPropertySource(
    properties = {"sonocert.demo.year=${demo.year.size:40}", "sonocert.demo.begins-days-ago=365"})
class DemoYearTest {
  static {
    if (Boolean.getBoolean("sonocert.full")) {
      System.setProperty("demo.year.size", "400");
    }
  }

  private static final boolean FULL = Boolean.getBoolean("sonocert.full");

  @Autowired ProgrammeClock clock;
  @Autowired MachineClock machine;
  @Autowired Invariants invariants;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @Test
  void aYearOfPeopleLeavesEveryOutcomeAndBreaksNoInvariant() throws IOException {
    Visitor visitor = new Visitor(port);
    assertThat(visitor.get("/catalogue").body()).contains("lives through a year");
    await("the year")
        .atMost(Duration.ofMinutes(FULL ? 20 : 5))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> count("select count(*) from demo_year where finished_at is not null") == 1);

    assertThat(visitor.get("/catalogue").body()).doesNotContain("lives through a year");
    assertThat(Duration.between(clock.now(), machine.now()).abs())
        .isLessThan(Duration.ofMinutes(5));
    assertThat(invariants.broken(clock.now())).isEmpty();
    assertThat(states())
        .contains("active", "certified", "unsuccessful", "window-ended", "refunded");
    assertThat(count("select count(*) from task_submission"))
        .as("one leaf for each form that somebody sent")
        .isEqualTo(
            count("select count(*) from audit_payload where payload like '%\"form-submitted\"%'"));
    assertThat(count("select count(*) from camunda.act_ru_job where retries_ = 0")).isZero();
    System.out.println("Nobody of this year came through " + notVisited());
    assertThat(notVisited())
        .doesNotContain(
            "Activity_IssueCredential", "Activity_RecordUnsuccessful", "Activity_CloseEnrolment");
  }

  private Set<String> states() {
    return new TreeSet<>(db.sql("select distinct state from enrolment").query(String.class).list());
  }

  /** Nodes of the diagrams that nobody of the year came through, but those for staff's bad days. */
  private Set<String> notVisited() throws IOException {
    List<String> visited =
        db.sql("select distinct act_id_ from camunda.act_hi_actinst").query(String.class).list();
    Pattern node =
        Pattern.compile(
            "<bpmn:(?:userTask|serviceTask|businessRuleTask|callActivity) id=\"(\\w+)\"");
    try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
      Set<String> drawn =
          files
              .filter(file -> file.toString().endsWith(".bpmn"))
              .flatMap(file -> node.matcher(read(file)).results().map(found -> found.group(1)))
              .collect(Collectors.toCollection(TreeSet::new));
      drawn.removeAll(visited);
      return drawn;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private long count(String sql) {
    return db.sql(sql).query(Long.class).single();
  }
}
