package org.sonocert.engine.check;

import java.util.List;
import java.util.stream.Stream;

/** All files of a release together, and the steps that its diagrams may call. */
record PolicySet(List<PolicyFile> files, StepNames steps) {

  /** The files of one kind. */
  Stream<PolicyFile> of(Kind kind) {
    return files.stream().filter(file -> file.kind() == kind);
  }

  /** Whether a file of this kind declares this id. */
  boolean has(Kind kind, String id) {
    return of(kind).anyMatch(file -> file.stem().equals(id));
  }
}
