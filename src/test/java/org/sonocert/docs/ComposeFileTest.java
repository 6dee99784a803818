package org.sonocert.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sonocert.operations.RequiredSettings;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.yaml.snakeyaml.Yaml;

/** The compose file starts what the product needs, and names only what exists. */
class ComposeFileTest {
  private static final Pattern ASKED = Pattern.compile("\\$\\{(\\w+)(:-([^}]*)|:\\?[^}]*)?}");

  private final Map<String, Object> file = read("docker-compose.yml");

  @Test
  void everyServiceSaysWhichVersionItIs() {
    services()
        .forEach(
            (name, service) ->
                assertThat(String.valueOf(service.get("image")))
                    .as(name)
                    .matches("[\\w./-]+:v?\\d[\\w.-]*"));
  }

  @Test
  @SuppressWarnings("unchecked")
  void whatANodeIsGivenIsEnoughForProduction() {
    for (String node : List.of("app-1", "app-2")) {
      Map<String, Object> given = (Map<String, Object>) services().get(node).get("environment");
      StandardEnvironment settings = new StandardEnvironment();
      settings.getPropertySources().addFirst(new MapPropertySource("compose", resolved(given)));
      assertThat(RequiredSettings.missing(settings)).as(node).isEmpty();
      String readme = text("README.md") + text("docs/operations.md");
      assertThat(given.keySet()).as(node).allMatch(readme::contains);
    }
  }

  @Test
  void nodesShareTheirKeysAndNothingElse() {
    Set<String> first = Set.copyOf(volumes("app-1"));
    Set<String> second = Set.copyOf(volumes("app-2"));
    assertThat(first).filteredOn(second::contains).containsExactly("keys:/data/keys");
    assertThat(first).anyMatch(v -> v.endsWith(":/data"));
    assertThat(second).anyMatch(v -> v.endsWith(":/data"));
  }

  @Test
  void onlyTheProxyIsReachedFromOutside() {
    services()
        .forEach(
            (name, service) -> {
              List<?> ports = (List<?>) service.getOrDefault("ports", List.of());
              assertThat(ports)
                  .as(name)
                  .allMatch(p -> name.equals("nginx") || p.toString().startsWith("127.0.0.1:"));
            });
  }

  @Test
  void theProxyAsksTheNodesAndSaysWhoAsked() {
    String proxy = text("deploy/nginx.conf");
    assertThat(proxy)
        .contains("server app-1:8080", "server app-2:8080", "listen 8080")
        .contains("X-Forwarded-For $remote_addr", "X-Forwarded-Proto $visitor_proto");
    assertThat(volumes("nginx")).anyMatch(v -> v.startsWith("./deploy/nginx.conf:"));
    assertThat(volumes("postgres")).anyMatch(v -> v.startsWith("./deploy/logins.sh:"));
  }

  @Test
  void theLoginsAreThoseOfTheManual() {
    String manual = text("docs/operations.md");
    text("deploy/logins.sh")
        .lines()
        .filter(line -> line.startsWith("revoke") || line.startsWith("grant"))
        .forEach(line -> assertThat(manual).contains(line));
    assertThat(text("deploy/logins.sh")).contains("sonocert_owner", "sonocert_app");
  }

  @Test
  void theImageRunsAsNobodySpecialAndKeepsItsDataInAVolume() {
    String image = text("Dockerfile");
    assertThat(image).contains("USER sonocert", "VOLUME /data", "SONOCERT_DATA=/data");
    assertThat(text(".dockerignore")).contains("!target/sonocert-*.jar");
  }

  @SuppressWarnings("unchecked")
  private Map<String, Map<String, Object>> services() {
    return (Map<String, Map<String, Object>>) file.get("services");
  }

  @SuppressWarnings("unchecked")
  private List<String> volumes(String service) {
    return (List<String>) services().get(service).get("volumes");
  }

  /** Values as they are when only what must be given is given. */
  private static Map<String, Object> resolved(Map<String, Object> given) {
    Map<String, Object> values = new java.util.HashMap<>();
    given.forEach(
        (name, value) ->
            values.put(
                name,
                ASKED
                    .matcher(String.valueOf(value))
                    .replaceAll(m -> m.group(3) == null ? "given" : m.group(3))));
    return values;
  }

  private static Map<String, Object> read(String path) {
    return new Yaml().load(text(path));
  }

  private static String text(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
