package org.sonocert.mycertification;

import java.util.List;
import java.util.stream.Collectors;
import org.sonocert.engine.CaseView;
import org.sonocert.engine.TaskView;

/** Says in a sentence where a branch stands. */
final class Strands {
  private Strands() {}

  static Strand of(CaseView.Visit branch, List<TaskView> open) {
    String label = branch.node().name();
    return switch (branch.state()) {
      case DONE -> new Strand(Turn.DONE.word(), label, "This part is complete.");
      case CALLED_OFF ->
          new Strand(Turn.LOST.word(), label, "This part was ended before it was complete.");
      case NOW -> now(label, open);
    };
  }

  private static Strand now(String label, List<TaskView> open) {
    List<TaskView> yours = open.stream().filter(t -> t.group().equals("candidate")).toList();
    if (!yours.isEmpty()) {
      return new Strand(Turn.YOU.word(), label, "Next: " + names(yours) + ".");
    }
    long evaluators = open.stream().filter(t -> t.group().equals("evaluator")).count();
    if (evaluators > 0) {
      return new Strand(
          Turn.US.word(),
          label,
          evaluators == 1
              ? "One evaluator has been asked."
              : evaluators + " evaluators have been asked.");
    }
    return new Strand(
        Turn.US.word(), label, "The programme is working on this; nothing is needed from you.");
  }

  static String names(List<TaskView> tasks) {
    return tasks.stream().map(TaskView::name).distinct().collect(Collectors.joining(", then "));
  }
}
