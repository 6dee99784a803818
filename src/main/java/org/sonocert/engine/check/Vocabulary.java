package org.sonocert.engine.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All words that a kind of file may use: each element with its attributes and with the elements
 * directly inside. What is not listed is refused.
 */
final class Vocabulary {
  private record Word(Set<String> attributes, Set<String> children) {}

  private static final Map<Kind, Map<String, Word>> WORDS =
      Map.of(Kind.BPMN, words("bpmn"), Kind.DMN, words("dmn"), Kind.FORM, words("form"));

  private static final Map<Kind, Set<String>> ROOTS =
      Map.of(
          Kind.BPMN, Set.of("definitions"),
          Kind.DMN, Set.of("definitions"),
          Kind.FORM, Set.of("form"));

  private Vocabulary() {}

  /** Whether an element may stand where it stands. */
  static boolean allowsElement(Kind kind, Node node) {
    Node parent = node.parent();
    if (parent == null) {
      return ROOTS.getOrDefault(kind, Set.of()).contains(node.name());
    }
    Word around = word(kind, parent.name());
    // Inside something refused, a second finding would say nothing new.
    return around == null || around.children.contains(node.name());
  }

  /** Whether an element may carry an attribute; a refused element is judged by itself only. */
  static boolean allowsAttribute(Kind kind, Node node, String attribute) {
    Word word = word(kind, node.name());
    return word == null || word.attributes.contains(attribute);
  }

  private static @Nullable Word word(Kind kind, String name) {
    return WORDS.getOrDefault(kind, Map.of()).get(name);
  }

  private static Map<String, Word> words(String name) {
    Map<String, Word> words = new HashMap<>();
    for (String row : lines(name + ".words")) {
      if (!row.startsWith("#")) {
        String[] cells = row.split("\\|", -1);
        words.put(cells[0].strip(), new Word(set(cells[1]), set(cells[2])));
      }
    }
    return Map.copyOf(words);
  }

  private static List<String> lines(String resource) {
    try (InputStream in =
        Objects.requireNonNull(Vocabulary.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> set(String cell) {
    return cell.isBlank() ? Set.of() : Set.of(cell.strip().split("\\s+"));
  }
}
