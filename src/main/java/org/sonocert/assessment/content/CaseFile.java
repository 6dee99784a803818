package org.sonocert.assessment.content;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.assessment.ClinicalCase.Author;
import org.sonocert.assessment.Item;
import org.sonocert.assessment.Stage;

/** A case as its author wrote it in {@code case.yaml}; it holds the keys, so it stays in here. */
record CaseFile(
    String id,
    int version,
    String area,
    String title,
    String language,
    boolean synthetic,
    List<Author> authors,
    String summary,
    List<StageEntry> stages,
    List<ItemEntry> items) {

  /** One stage of the file. */
  record StageEntry(
      String id,
      Stage.Kind kind,
      String title,
      @Nullable String media,
      @Nullable Double seconds,
      @Nullable String captions,
      @Nullable String script,
      @Nullable Boolean silent,
      Stage.@Nullable Alternative alt,
      @Nullable String text,
      @Nullable List<Stage.Value> rows,
      @Nullable List<KeyPointEntry> keyPoints) {

    double length() {
      return seconds == null ? 0 : seconds;
    }

    List<String> lines() {
      return text == null ? List.of() : text.strip().lines().toList();
    }

    boolean noSound() {
      return Boolean.TRUE.equals(silent);
    }

    List<KeyPointEntry> points() {
      return keyPoints == null ? List.of() : keyPoints;
    }
  }

  /**
   * Where questions open.
   *
   * @param at a second, or the word {@code end}
   */
  record KeyPointEntry(Object at, List<String> items) {

    Stage.KeyPoint keyPoint() {
      return new Stage.KeyPoint(at instanceof Number n ? n.doubleValue() : null, items);
    }

    boolean understood() {
      return at instanceof Number || "end".equals(at);
    }
  }

  /** One item with its key. */
  record ItemEntry(
      String id,
      Item.Kind kind,
      String purpose,
      String outcome,
      boolean scored,
      String stem,
      List<OptionEntry> options,
      String rationale) {

    Item withoutKey() {
      List<Item.Option> shown =
          options.stream().map(o -> new Item.Option(o.id(), o.text())).toList();
      return new Item(id, kind, stem.strip(), shown);
    }

    List<String> key() {
      return options.stream().filter(OptionEntry::correct).map(OptionEntry::id).toList();
    }
  }

  /** One option; {@code correct} never leaves this package but into the table of keys. */
  record OptionEntry(String id, String text, boolean correct) {}
}
