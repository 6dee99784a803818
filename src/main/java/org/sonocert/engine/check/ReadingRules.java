package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is refused before the content is even looked at. */
final class ReadingRules {
  private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);

  private ReadingRules() {}

  static List<Rule> all() {
    return List.of(
        problem(
            "readable",
            Problem.Sort.UNREADABLE,
            "the release cannot be deployed at all",
            "The file cannot be read: %s. Open it in the modeler and save it again."),
        problem(
            "no-document-type",
            Problem.Sort.DTD,
            "files of the server are read out, or its memory is filled",
            "The file begins with a DOCTYPE, which diagrams do not need. Remove it. (%s)"),
        problem(
            "not-too-big",
            Problem.Sort.TOO_BIG,
            "opening the file alone can bring the server down",
            "The file is larger than any real one: %s. Split it."),
        problem(
            "no-comment",
            Problem.Sort.COMMENT,
            "the modeler drops it on the next save, and reviewers never see it on the drawing",
            "There is a hidden comment%s. Put the text into the documentation of the element."),
        problem(
            "no-instruction",
            Problem.Sort.INSTRUCTION,
            "browsers and viewers that open the file obey it",
            "There is an instruction to other programs (%s). Remove it."));
  }

  private static Rule problem(String id, Problem.Sort sort, String breaks, String message) {
    return Rule.file(
        id,
        ALL,
        breaks,
        (file, report) -> {
          for (Problem problem : file.problems()) {
            if (problem.sort() == sort) {
              report.at(problem.line(), String.format(message, problem.detail()));
            }
          }
        });
  }
}
