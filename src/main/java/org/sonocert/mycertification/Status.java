package org.sonocert.mycertification;

import java.util.List;
import org.sonocert.engine.CaseView;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;

/**
 * The first line of an enrolment's page.
 *
 * @param turn whose turn it is
 * @param what for what, or how it ended
 */
record Status(Turn turn, String what) {

  static Status of(Enrolment enrolment, List<TaskView> open, List<CaseView.Run> runs) {
    if (enrolment.state().ended()) {
      return ended(enrolment);
    }
    List<TaskView> yours = open.stream().filter(t -> t.group().equals("candidate")).toList();
    if (!yours.isEmpty()) {
      return new Status(Turn.YOU, "Your turn: " + yours.get(0).name());
    }
    if (open.stream().anyMatch(t -> t.group().equals("evaluator"))) {
      return new Status(
          Turn.US, "Your evaluators have been asked. Nothing is needed from you now.");
    }
    List<TaskView> staff = open.stream().toList();
    if (staff.isEmpty() && enrolment.state() == EnrolmentState.ACTIVE) {
      return new Status(Turn.US, "Your next step is being prepared. Look again in a moment.");
    }
    return new Status(
        Turn.US,
        staff.isEmpty()
            ? "The programme is working on it. Nothing is needed from you now."
            : "The programme's turn: " + staff.get(0).name() + ".");
  }

  private static Status ended(Enrolment enrolment) {
    return switch (enrolment.state()) {
      case CERTIFIED -> new Status(Turn.DONE, "Your certificate is awarded.");
      case UNSUCCESSFUL -> new Status(Turn.LOST, "This enrolment ended without an award.");
      case WINDOW_ENDED -> new Status(Turn.LOST, "The window of this enrolment has ended.");
      case APPLICATION_ENDED -> new Status(Turn.LOST, "This application ended without a purchase.");
      case CANCELLED -> new Status(Turn.LOST, "You cancelled this enrolment.");
      case REFUNDED ->
          new Status(Turn.LOST, "You cancelled this enrolment, and the price goes back to you.");
      default ->
          new Status(
              Turn.LOST,
              "This enrolment has ended: " + enrolment.state().word().replace('-', ' ') + ".");
    };
  }
}
