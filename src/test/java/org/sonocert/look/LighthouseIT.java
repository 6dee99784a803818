package org.sonocert.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sonocert.testing.Chromium;
import org.sonocert.testing.Jar;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Lighthouse says of the main pages on the phone that it emulates, medians of three runs: at
 * least 95 of 100 for accessibility and best practices everywhere, and for performance where
 * visitors, candidates and evaluators come (design, 8). Runs with -Pfull, since its figures want a
 * machine that does nothing else for some minutes.
 */
class LighthouseIT {
  private static final int LEAST = 95;
  private static final Path TOOL = Path.of("src", "test", "lighthouse");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<Map<String, String>> pages = new ArrayList<>();

  @Test
  void mainPagesReachWhatTheDesignAsks() throws IOException {
    try (Jar jar = Jar.fresh().with("SONOCERT_DEMO_YEAR", "16").start()) {
      World world = World.of(jar, Wording.CALM);
      everybody(jar, world);
      staff(jar);
      List<String> low = new ArrayList<>();
      for (JsonNode page : measured()) {
        System.out.println("Lighthouse " + page);
        boolean fast = !page.path("name").asString().startsWith("staff");
        for (String kind : List.of("accessibility", "best-practices", "performance")) {
          if (page.path(kind).asInt() < LEAST && (fast || !kind.equals("performance"))) {
            low.add(page.path("name").asString() + " " + kind + " " + page.path(kind));
          }
        }
      }
      assertThat(low).as("pages below " + LEAST).isEmpty();
    }
  }

  private void everybody(Jar jar, World world) {
    for (String path :
        List.of("/", "/catalogue", "/catalogue/LNG", "/guide", "/system-check", "/verify")) {
      add("public " + path, jar.base() + path, "");
    }
    var applicant = world.people().begins;
    var runs = world.people().prepares;
    add("candidate's page", jar.base() + "/me/" + runs.enrolment(), runs.candidate().cookies());
    add(
        "candidate's task",
        task(applicant.candidate(), applicant.enrolment()),
        applicant.candidate().cookies());
    PlainBrowser evaluator = new LinkPages(jar.base()).evaluatorInside();
    add("evaluator's form", jar.base() + "/evaluate/form", evaluator.cookies());
  }

  private static String task(PlainBrowser candidate, String enrolment) {
    return Objects.requireNonNull(
            candidate.open("/me/" + enrolment).page().selectFirst("ul.tasks a[href*=/tasks/]"))
        .absUrl("href");
  }

  private void staff(Jar jar) {
    Map.of(
            "manager1", "/programme",
            "manager2", "/tasks",
            "operator1", "/ops",
            "auditor1", "/audit",
            "admin1", "/admin/people")
        .forEach(
            (mailbox, path) -> {
              PlainBrowser browser =
                  new PlainBrowser(jar.base())
                      .open("/login")
                      .send(
                          "/login",
                          Map.of(
                              "email", mailbox + "@demo.example", "password", RealParts.PASSWORD));
              add("staff " + path, jar.base() + path, browser.cookies());
            });
  }

  private void add(String name, String url, String cookie) {
    pages.add(Map.of("name", name, "url", url, "cookie", cookie));
  }

  private JsonNode measured() throws IOException {
    Path wanted = Path.of("target", "lighthouse-pages.json").toAbsolutePath();
    Path report = Path.of("target", "lighthouse.json").toAbsolutePath();
    Files.writeString(wanted, JSON.writeValueAsString(pages));
    run(List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
    run(List.of("node", "measure.mjs", wanted.toString(), report.toString()));
    return JSON.readTree(Files.readString(report));
  }

  private static void run(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(TOOL.toFile()).inheritIO();
    if (Chromium.installed() != null) {
      builder.environment().put("CHROME_PATH", String.valueOf(Chromium.installed()));
    }
    try {
      Process process = builder.start();
      assertThat(process.waitFor(20, TimeUnit.MINUTES)).as(command + " ends").isTrue();
      assertThat(process.exitValue()).as(command + " succeeds").isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
