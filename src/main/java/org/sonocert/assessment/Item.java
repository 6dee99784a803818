package org.sonocert.assessment;

import java.util.List;
import java.util.TreeSet;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;

/**
 * A question as a candidate may see it: it has no key and no rationale, so that none can leak.
 *
 * @param id unique within its case version
 */
public record Item(String id, Kind kind, String stem, List<Option> options) {

  /** How many options an answer may hold. */
  public enum Kind {
    SINGLE,
    MULTIPLE
  }

  /** One option; its id is a letter. */
  public record Option(String id, String text) {}

  /**
   * An answer in its one spelling: option ids, each once, sorted.
   *
   * @throws Rejected INVALID when it is no possible answer to this question
   */
  public List<String> answer(List<String> chosen) {
    List<String> answer = List.copyOf(new TreeSet<>(chosen));
    List<String> known = options.stream().map(Option::id).toList();
    if (!known.containsAll(answer)) {
      throw new Rejected(
          Rejection.invalid("unknown-option", "That option does not belong to this question."));
    }
    if (answer.isEmpty()) {
      throw new Rejected(
          Rejection.invalid("nothing-chosen", "Choose an answer first; nothing was stored."));
    }
    if (kind == Kind.SINGLE && answer.size() > 1) {
      throw new Rejected(
          Rejection.invalid("one-only", "This question takes one answer; nothing was stored."));
    }
    return answer;
  }
}
