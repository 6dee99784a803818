package org.sonocert.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The built jar in a process of its own, as a person starts it: a data folder, two ports, the demo
 * profile. Can be killed at any instant and started again on the same data.
 */
public final class Jar implements AutoCloseable {
  private final Path data;
  private final int port = freePort();
  private final int managementPort = freePort();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private Process process;

  private Jar(Path data) {
    this.data = data;
    settings.put("SPRING_PROFILES_ACTIVE", "demo");
    settings.put("SONOCERT_DATA", data.toString());
    settings.put("SERVER_PORT", Integer.toString(port));
    settings.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
    settings.put("SONOCERT_DEMO_PASSWORD", RealParts.PASSWORD);
    settings.put("SONOCERT_DEMO_YEAR", "0");
  }

  /** A server on an empty data folder, not started yet. */
  public static Jar fresh() {
    try {
      Path parent = Files.createDirectories(Path.of("target", "jar").toAbsolutePath());
      return new Jar(Files.createTempDirectory(parent, "data-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets an environment variable for the next start. */
  public Jar with(String name, String value) {
    settings.put(name, value);
    return this;
  }

  /** Starts the process and waits until it answers. */
  public Jar start() {
    launch();
    Awaitility.await("the jar answers")
        .atMost(Duration.ofSeconds(180))
        .pollInterval(Duration.ofMillis(200))
        .until(this::answersOrDied);
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "The jar ended with " + process.exitValue() + ", at last it said:\n" + lastWords());
    }
    return this;
  }

  /** Starts the process without waiting. */
  public Jar launch() {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(java(), "-Xmx512m", "-jar", System.getProperty("sonocert.jar"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
      builder
          .environment()
          .keySet()
          .removeIf(k -> k.startsWith("SPRING_") || k.startsWith("SONOCERT_"));
      builder.environment().putAll(settings);
      process = builder.start();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL, and waits until the process is gone. */
  public void kill() {
    try {
      process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the process ends by itself and gives its exit code. */
  public int exitCode(Duration atMost) {
    try {
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("The jar still runs after " + atMost);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Address of the first page, without a slash at its end. */
  public String base() {
    return "http://127.0.0.1:" + port;
  }

  /** Address of the management port. */
  public String managementBase() {
    return "http://127.0.0.1:" + managementPort;
  }

  /** The data folder. */
  public Path data() {
    return data;
  }

  /** What the process printed so far. */
  public String log() {
    try {
      return Files.exists(logFile()) ? Files.readString(logFile()) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The roots of what went wrong, where a whole log would hide them, and the end of the log. */
  private String lastWords() {
    List<String> lines = log().lines().toList();
    return Stream.concat(
            lines.stream().filter(line -> line.startsWith("Caused by: ")),
            lines.stream().skip(Math.max(0, lines.size() - 60)))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      process.destroy();
      try {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean answersOrDied() {
    if (!process.isAlive()) {
      return true;
    }
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(base() + "/login").toURL().openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(20_000);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private Path logFile() {
    return Path.of(data + ".log");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java")
        + (File.separatorChar == '\\' ? ".exe" : "");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
