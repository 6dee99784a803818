package org.sonocert.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One YAML file of the demo content with the folder it lies in. */
record Content(Path folder, Map<String, Object> fields) {
  static final Path ROOT = Path.of("src/main/resources/content");
  static final Path MEDIA = ROOT.resolve("media");

  static Stream<Content> cases() {
    return inside("cases").map(folder -> read(folder.resolve("case.yaml")));
  }

  static Stream<Content> forms() {
    return inside("forms").map(Content::read);
  }

  static Content vocabulary() {
    return read(ROOT.resolve("vocabulary.yaml"));
  }

  private static Stream<Path> inside(String folder) {
    try (Stream<Path> found = Files.list(ROOT.resolve(folder))) {
      return found.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Content read(Path file) {
    try {
      Map<String, Object> fields =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
      return new Content(file.resolveSibling(""), fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Content> list(String name) {
    return list(fields, name).stream().map(each -> new Content(folder, each)).toList();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> fields, String name) {
    return (List<Map<String, Object>>) fields.getOrDefault(name, List.of());
  }

  @SuppressWarnings("unchecked")
  List<String> words(String name) {
    return (List<String>) fields.getOrDefault(name, List.of());
  }

  @SuppressWarnings("unchecked")
  Content part(String name) {
    return new Content(folder, (Map<String, Object>) fields.getOrDefault(name, Map.of()));
  }

  String text(String name) {
    return String.valueOf(fields.getOrDefault(name, ""));
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  double number(String name) {
    return ((Number) fields.get(name)).doubleValue();
  }

  boolean yes(String name) {
    return Boolean.TRUE.equals(fields.get(name));
  }

  Path media() {
    return MEDIA.resolve(text("media"));
  }

  Path file(String name) {
    return folder.resolve(text(name));
  }

  /** The stages of the given kinds, in their order. */
  List<Content> stages(String... kinds) {
    List<String> wanted = List.of(kinds);
    return list("stages").stream().filter(stage -> wanted.contains(stage.text("kind"))).toList();
  }

  Set<String> ids(String name) {
    return list(name).stream().map(Content::toString).collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return text("id");
  }
}
