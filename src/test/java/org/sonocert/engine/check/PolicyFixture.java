package org.sonocert.engine.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The clean and the hostile files, and the one step that they know. */
public final class PolicyFixture {
  public static final Path CLEAN = Path.of("src/test/resources/clean");
  public static final Path HOSTILE = Path.of("src/test/resources/hostile");
  public static final StepNames STEPS =
      () -> Map.of("awardSample", new StepNames.StepInfo(Set.of("passed"), Set.of("windowEnd")));

  private PolicyFixture() {}

  public static Map<String, byte[]> files(Path dir) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(dir)) {
      for (Path path : found.filter(Files::isRegularFile).toList()) {
        files.put(dir.relativize(path).toString(), Files.readAllBytes(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
