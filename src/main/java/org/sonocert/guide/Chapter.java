package org.sonocert.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One section while it is written; a key is the section's id and what follows it. */
final class Chapter {
  private final Words words;
  private final String id;
  private final List<Guide.Block> blocks = new ArrayList<>();

  Chapter(Words words, String id) {
    this.words = words;
    this.id = id;
  }

  Chapter text(String key, Object... values) {
    return add(Guide.Kind.TEXT, List.of(words.of(id + "." + key, values)), List.of());
  }

  Chapter list(String... keys) {
    return add(Guide.Kind.LIST, said(keys), List.of());
  }

  /** A list of lines that need values, already in words. */
  Chapter lines(List<String> lines) {
    return add(Guide.Kind.LIST, lines, List.of());
  }

  Chapter steps(List<String> lines) {
    return add(Guide.Kind.STEPS, lines, List.of());
  }

  Chapter table(List<List<String>> rows) {
    return add(Guide.Kind.TABLE, List.of(), rows);
  }

  String say(String key, Object... values) {
    return words.of(id + "." + key, values);
  }

  Guide.Section written() {
    return new Guide.Section(id, words.of(id), List.copyOf(blocks));
  }

  private List<String> said(String... keys) {
    return Arrays.stream(keys).map(key -> words.of(id + "." + key)).toList();
  }

  private Chapter add(Guide.Kind kind, List<String> lines, List<List<String>> rows) {
    blocks.add(new Guide.Block(kind, List.copyOf(lines), List.copyOf(rows)));
    return this;
  }
}
