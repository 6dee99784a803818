package org.sonocert.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of a case: a spoken encounter, a recording, a still picture, a written note or a
 * table of values.
 *
 * @param media file name, null for a note and a table of values
 * @param seconds length of audio or video, 0 for what does not play
 * @param captions file name of the WebVTT captions, null where nothing is spoken
 * @param silent whether the recording has no sound at all
 * @param script the written script of what is spoken
 * @param text the lines of a written note
 * @param keyPoints where playback stops and questions open, in order
 */
public record Stage(
    String id,
    Kind kind,
    String title,
    @Nullable String media,
    double seconds,
    @Nullable String captions,
    boolean silent,
    @Nullable Alternative alt,
    List<Line> script,
    List<String> text,
    List<Value> rows,
    List<KeyPoint> keyPoints) {

  /** What a stage is made of. */
  public enum Kind {
    AUDIO,
    VIDEO,
    STILL,
    TEXT,
    LABS
  }

  /** The alternative of an ultrasound medium: how it was taken, never what it shows. */
  public record Alternative(String orientation, String probe, String view, String regions) {

    /** As one text for a reader's ear. */
    public String text() {
      return String.join(". ", List.of(view, orientation, probe, regions)) + ".";
    }
  }

  /** A spoken line of the script. */
  public record Line(String speaker, String text) {}

  /** A measured value beside its reference. */
  public record Value(String name, String value, String unit, String reference) {}

  /**
   * Where playback stops.
   *
   * @param at second, null for the end
   * @param items ids of the questions that open there, in order
   */
  public record KeyPoint(@Nullable Double at, List<String> items) {}

  /** Whether the file of that name is its medium or its captions. */
  public boolean owns(String file) {
    return file.equals(media) || file.equals(captions);
  }

  /** Whether it runs in time. */
  public boolean plays() {
    return kind == Kind.AUDIO || kind == Kind.VIDEO;
  }

  /** Ids of the questions of this stage in the order in which they open. */
  public List<String> items() {
    return keyPoints.stream().flatMap(k -> k.items().stream()).toList();
  }

  /** The second at which the question opens, null for the end of the stage. */
  public @Nullable Double opensAt(String item) {
    return keyPoints.stream()
        .filter(k -> k.items().contains(item))
        .findFirst()
        .map(KeyPoint::at)
        .orElse(null);
  }
}
