package org.sonocert.payment.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.payment.dispute.CardDispute;
import org.sonocert.payment.dispute.CardDisputes;
import org.springframework.stereotype.Component;

/** The disputes on the managers' page of the money, each with the task that waits, if one does. */
@Component
class DisputeList {
  private final CardDisputes disputes;
  private final TaskInbox inbox;

  DisputeList(CardDisputes disputes, TaskInbox inbox) {
    this.disputes = disputes;
    this.inbox = inbox;
  }

  /**
   * One line.
   *
   * @param task id of the task that answers it, null when none is open
   */
  record Line(CardDispute dispute, @Nullable String task) {}

  List<Line> latest() {
    List<CardDispute> found = disputes.latest();
    List<TaskView> tasks =
        inbox.of(
            found.stream()
                .filter(d -> !d.phase().decided() && d.enrolment() != null)
                .map(CardDispute::ofEnrolment)
                .toList());
    return found.stream().map(d -> new Line(d, taskOf(d, tasks))).toList();
  }

  private static @Nullable String taskOf(CardDispute dispute, List<TaskView> tasks) {
    return tasks.stream()
        .filter(t -> dispute.id().toString().equals(t.subject()))
        .map(TaskView::id)
        .findFirst()
        .orElse(null);
  }
}
