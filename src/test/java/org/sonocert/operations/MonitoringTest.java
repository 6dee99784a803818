package org.sonocert.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What a monitor gets on the management port: figures as the manual lists them, and readiness. */
@RealParts
class MonitoringTest {
  private static final Path MANUAL = Path.of("docs/operations.md");
  private static final Pattern LISTED = Pattern.compile("^\\| `([a-z]+_[a-z_]+)` \\|");
  private static final Pattern EXPORTED = Pattern.compile("^# TYPE ([a-z_]+) (\\w+)");

  @LocalServerPort int port;
  @LocalManagementPort int management;

  @Autowired ApplicationContext parts;

  @Value("${sonocert.data}")
  Path data;

  @Test
  void theManualListsExactlyTheFiguresThatAreExported() throws IOException {
    Set<String> listed =
        Files.readAllLines(MANUAL).stream()
            .map(LISTED::matcher)
            .filter(Matcher::find)
            .map(found -> found.group(1))
            .filter(name -> name.startsWith("sonocert_"))
            .collect(Collectors.toCollection(TreeSet::new));
    new OpsRoom(parts, port).bought("Meter" + UUID.randomUUID().toString().substring(0, 6));
    Set<String> exported = exported();
    exported.removeIf(name -> !name.startsWith("sonocert_"));
    assertThat(listed).isNotEmpty().isEqualTo(exported);
  }

  @Test
  void theFiguresOfTheLibrariesThatTheManualNamesAreThere() throws IOException {
    new Visitor(port).get("/login");
    Set<String> listed =
        Files.readAllLines(MANUAL).stream()
            .map(LISTED::matcher)
            .filter(Matcher::find)
            .map(found -> found.group(1))
            .filter(name -> !name.startsWith("sonocert_"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(listed).isNotEmpty().isSubsetOf(exported());
  }

  @Test
  void aRefusedSignInIsCounted() {
    double before = value("sonocert_sign_ins_refused_total");
    new Visitor(port).signIn("nobody@test.example", "not the password");
    assertThat(value("sonocert_sign_ins_refused_total")).isEqualTo(before + 1);
  }

  @Test
  void readinessLooksAtDatabaseEngineKeysAndMigrationsAndLivenessAtNone() {
    String ready = health("readiness");
    assertThat(ready)
        .contains("\"db\":{", "\"engine\":{", "\"keyFiles\":{", "\"migrations\":{")
        .contains("\"status\":\"UP\"");
    assertThat(health("liveness")).contains("livenessState").doesNotContain("\"db\"");
  }

  @Test
  void aKeyFileThatIsGoneMakesTheNodeUnready() throws IOException {
    Path key = data.resolve("keys/sealed-answers.key");
    Path away = data.resolve("keys/away");
    Files.move(key, away);
    try {
      assertThat(health("readiness")).contains("\"keyFiles\":{\"status\":\"DOWN\"");
      assertThat(health("liveness")).startsWith("{\"components\"").contains("UP");
    } finally {
      Files.move(away, key);
    }
    assertThat(health("readiness")).contains("\"keyFiles\":{\"status\":\"UP\"");
  }

  @Test
  void nothingOfThisIsOnThePublicPort() {
    for (String path : List.of("/actuator/prometheus", "/actuator/health/readiness")) {
      assertThat(new Visitor(port).get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  private String health(String group) {
    return new Visitor(management).get("/actuator/health/" + group).body();
  }

  private String scrape() {
    return new Visitor(management).get("/actuator/prometheus").body();
  }

  private Set<String> exported() {
    return scrape()
        .lines()
        .map(EXPORTED::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private double value(String name) {
    return scrape()
        .lines()
        .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
