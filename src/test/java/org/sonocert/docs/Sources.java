package org.sonocert.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What documents may refer to: pages that are mapped, settings that are read, tests. */
final class Sources {
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";
  private static final Pattern MAPPING =
      Pattern.compile("@(Request|Get|Post|Put|Delete)Mapping(\\(([^)]*)\\))?(?=\\s)");
  private static final Pattern ADDRESS = Pattern.compile("\"(/[^\"]*)\"");

  private static final Pattern LABEL =
      Pattern.compile(
          "<bpmn:(?:\\w*Task|\\w*Event|\\w*Gateway|callActivity|subProcess|sequenceFlow) [^>]*"
              + "name=\"([^\"]*)\"");
  private static final Pattern DRAWN = Pattern.compile("<tspan[^>]*>([^<]*)</tspan>");

  private Sources() {}

  /** All files below a folder whose name ends so. */
  static List<Path> files(String folder, String ending) {
    try (Stream<Path> walk = Files.walk(Path.of(folder))) {
      return walk.filter(p -> p.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The addresses of all pages, as they stand in the controllers. */
  static Set<String> addresses() {
    Set<String> found = new TreeSet<>();
    files("src/main/java", ".java").forEach(file -> found.addAll(mapped(text(file))));
    return found;
  }

  static List<String> mapped(String source) {
    String room = "";
    List<String> found = new ArrayList<>();
    for (Matcher mapping = MAPPING.matcher(source); mapping.find(); ) {
      Matcher address = ADDRESS.matcher(String.valueOf(mapping.group(3)));
      String path = address.find() ? address.group(1) : "";
      if (mapping.group(1).equals("Request")) {
        room = path;
      } else {
        found.add(room + path);
      }
    }
    return found;
  }

  /** Names of settings that appear in our sources or in the libraries' own lists, as one text. */
  static String settings() {
    List<String> texts = new ArrayList<>();
    files("src/main/java", ".java").forEach(file -> texts.add(text(file)));
    files("src/main/resources", ".yml").forEach(file -> texts.add(text(file)));
    texts.add(text(Path.of("docker-compose.yml")));
    try {
      for (URL list : Collections.list(Sources.class.getClassLoader().getResources(METADATA))) {
        try (InputStream in = list.openStream()) {
          texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return String.join("\n", texts);
  }

  /** The name of a variable in either spelling: as it is, or as the property that it sets. */
  static Pattern spellings(String variable) {
    String property = variable.toLowerCase(Locale.ROOT).replace("_", "[.-]");
    return Pattern.compile("\\b(" + variable + "|" + property + ")\\b");
  }

  /** The words of all labels that a diagram shows. */
  static Set<String> labelWords(String bpmn) {
    return words(LABEL, bpmn);
  }

  /** The words that a picture shows. */
  static Set<String> drawnWords(String svg) {
    return words(DRAWN, svg);
  }

  private static Set<String> words(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .flatMap(found -> Stream.of(found.group(1).trim().split("\\s+")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What stands between backticks or as a link, outside of blocks of commands. */
  static Set<String> quoted(String markdown, Pattern pattern) {
    String prose = markdown.replaceAll("(?s)```.*?```", "");
    return pattern
        .matcher(prose)
        .results()
        .map((MatchResult result) -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
