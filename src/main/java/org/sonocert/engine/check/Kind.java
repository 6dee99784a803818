package org.sonocert.engine.check;

import java.util.Locale;
import java.util.Optional;

/** What a file of a policy release can be, told by the end of its name. */
public enum Kind {
  BPMN(".bpmn"),
  DMN(".dmn"),
  FORM(".form");

  private final String ending;

  Kind(String ending) {
    this.ending = ending;
  }

  /** The kind of the file at a path; nothing for a file that is none of ours. */
  public static Optional<Kind> of(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    for (Kind kind : values()) {
      if (lower.endsWith(kind.ending)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /**
   * The file's name without folders and ending, which is also the id that the file must declare.
   */
  String stem(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return file.substring(0, file.length() - ending.length());
  }
}
