package org.sonocert.engine.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One file as read: its tree where it could be read, and what the reader stumbled over. */
record PolicyFile(String path, Kind kind, @Nullable Node root, List<Problem> problems) {

  /** The name that the file's process, decision or form must have as its id. */
  String stem() {
    return kind.stem(path);
  }

  /** All elements in the order of the file; none where it could not be read. */
  List<Node> nodes() {
    return root == null ? List.of() : root.walk().toList();
  }

  /** All elements of these names; none where the file could not be read. */
  List<Node> all(String... names) {
    return root == null ? List.of() : root.all(names);
  }
}
