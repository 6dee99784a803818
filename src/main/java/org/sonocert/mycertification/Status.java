package org.sonocert.mycertification;

import java.util.List;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;

/**
 * The first line of an enrolment's page.
 *
 * @param turn whose turn it is
 * @param what key of the words that say for what, or how it ended
 * @param about what the words leave open: the name of a task, in the diagram's words
 */
record Status(Turn turn, String what, String about) {

  static Status of(Enrolment enrolment, List<TaskView> open) {
    if (enrolment.state().ended()) {
      return new Status(
          enrolment.state() == EnrolmentState.CERTIFIED ? Turn.DONE : Turn.LOST,
          "me.ended." + enrolment.state().word(),
          "");
    }
    List<TaskView> yours = open.stream().filter(t -> t.group().equals("candidate")).toList();
    if (!yours.isEmpty()) {
      return new Status(Turn.YOU, "me.turn.yours", yours.get(0).name());
    }
    if (open.stream().anyMatch(t -> t.group().equals("evaluator"))) {
      return new Status(Turn.US, "me.turn.evaluators", "");
    }
    if (!open.isEmpty()) {
      return new Status(Turn.US, "me.turn.staff", open.get(0).name());
    }
    String waits =
        switch (enrolment.state()) {
          case ACTIVE -> "me.turn.soon";
          case DECIDING -> "me.turn.deciding";
          default -> "me.turn.programme";
        };
    return new Status(Turn.US, waits, "");
  }
}
