package org.sonocert.policytables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table of examples: columns that begin with {@code >} are what the decision must
 * answer, the others are what it is asked. An empty cell is a fact that nobody knows.
 */
record Example(
    String decision, Map<String, @Nullable Object> facts, Map<String, @Nullable Object> answers) {
  static final Path FOLDER = Path.of("src/test/resources/policy");

  static Stream<Example> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream().flatMap(Example::of);
    }
  }

  private static Stream<Example> of(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String decision = file.getFileName().toString().replace(".csv", "");
    String[] names = lines.get(0).split(",");
    return lines.stream().skip(1).map(line -> of(decision, names, line.split(",", names.length)));
  }

  private static Example of(String decision, String[] names, String[] cells) {
    Example example = new Example(decision, new LinkedHashMap<>(), new LinkedHashMap<>());
    IntStream.range(0, names.length)
        .forEach(
            i -> {
              boolean answer = names[i].startsWith(">");
              (answer ? example.answers : example.facts)
                  .put(answer ? names[i].substring(1) : names[i], value(cells[i]));
            });
    return example;
  }

  private static @Nullable Object value(String cell) {
    if (cell.isEmpty()) {
      return null;
    }
    if (cell.equals("true") || cell.equals("false")) {
      return Boolean.valueOf(cell);
    }
    if (cell.matches("-?\\d+")) {
      return Integer.valueOf(cell);
    }
    return cell.matches("-?\\d+\\.\\d+") ? (Object) Double.valueOf(cell) : cell;
  }

  @Override
  public String toString() {
    return decision + " " + facts;
  }
}
