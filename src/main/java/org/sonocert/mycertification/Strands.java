package org.sonocert.mycertification;

import java.util.List;
import java.util.stream.Collectors;
import org.sonocert.engine.CaseView;
import org.sonocert.engine.TaskView;

/** Says in a sentence where a branch stands. */
final class Strands {
  private Strands() {}

  /**
   * Where a branch stands.
   *
   * @param decided whether the enrolment ended by what came out of a branch, so that one which is
   *     done while others were called off is the one that ended it
   */
  static Strand of(CaseView.Visit branch, List<TaskView> open, boolean decided) {
    String label = branch.node().name();
    return switch (branch.state()) {
      case DONE ->
          decided
              ? strand(Turn.LOST, label, "decided", "")
              : strand(Turn.DONE, label, "complete", "");
      case CALLED_OFF -> strand(Turn.LOST, label, "ended", "");
      case NOW -> now(label, open);
    };
  }

  private static Strand now(String label, List<TaskView> open) {
    List<TaskView> yours = open.stream().filter(t -> t.group().equals("candidate")).toList();
    if (!yours.isEmpty()) {
      return strand(Turn.YOU, label, "next", names(yours));
    }
    long evaluators = open.stream().filter(t -> t.group().equals("evaluator")).count();
    if (evaluators > 0) {
      return strand(
          Turn.US, label, evaluators == 1 ? "evaluator" : "evaluators", Long.toString(evaluators));
    }
    return strand(Turn.US, label, "programme", "");
  }

  private static Strand strand(Turn turn, String label, String says, String about) {
    return new Strand(turn.word(), label, "me.part." + says, about);
  }

  static String names(List<TaskView> tasks) {
    return tasks.stream().map(TaskView::name).distinct().collect(Collectors.joining("; "));
  }
}
