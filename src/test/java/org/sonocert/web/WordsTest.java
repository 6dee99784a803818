package org.sonocert.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pages say is there, in both languages. */
class WordsTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern NAMED = Pattern.compile("#\\{([a-zA-Z0-9.-]+)[(}]");

  static List<Path> english() throws IOException {
    try (Stream<Path> modules = Files.list(RESOURCES.resolve("messages"))) {
      return Stream.concat(modules, Stream.of(RESOURCES.resolve("messages.properties")))
          .filter(file -> !file.toString().endsWith("_es.properties"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("english")
  void whatIsSaidInEnglishIsSaidInSpanish(Path english) {
    Path spanish = Path.of(english.toString().replace(".properties", "_es.properties"));
    assertThat(words(spanish).stringPropertyNames())
        .containsAll(words(english).stringPropertyNames());
  }

  @Test
  void everyPageFindsItsWords() throws IOException {
    Set<String> known = new TreeSet<>();
    english().forEach(file -> known.addAll(words(file).stringPropertyNames()));
    List<String> missing = new ArrayList<>();
    try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
      files
          .filter(file -> file.toString().endsWith(".html"))
          .forEach(file -> look(file, known, missing));
    }
    assertThat(missing).isEmpty();
  }

  private static void look(Path file, Set<String> known, List<String> missing) {
    try {
      NAMED
          .matcher(Files.readString(file))
          .results()
          .map((MatchResult named) -> named.group(1))
          .filter(key -> !known.contains(key))
          .forEach(key -> missing.add(file.getFileName() + ": " + key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties words(Path file) {
    Properties words = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
