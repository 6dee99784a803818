package org.sonocert.assessment.content;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A test form as its author wrote it below {@code content/forms}. */
record FormFile(
    String id,
    int version,
    String area,
    String title,
    String language,
    LocalDate date,
    @Nullable String note,
    List<CaseRef> cases,
    PassMark passMark) {

  /** One version of a case. */
  record CaseRef(String id, int version) {}

  /**
   * The criterion cut.
   *
   * @param method how it was found
   * @param panel who set it; null while none has
   */
  record PassMark(String method, int percent, LocalDate date, @Nullable String panel) {}
}
