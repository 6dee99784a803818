package org.sonocert.enrolment;

import java.util.List;
import org.sonocert.core.EnrolmentId;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.springframework.stereotype.Component;

/** The open tasks on the way to the certificate; what runs beside it is nobody's turn in it. */
@Component
public class OpenWork {
  private static final String BESIDE = "support-request";

  private final TaskInbox inbox;

  OpenWork(TaskInbox inbox) {
    this.inbox = inbox;
  }

  /** The open tasks of an enrolment without those of support requests, oldest first. */
  public List<TaskView> of(EnrolmentId enrolment) {
    return inbox.of(enrolment).stream().filter(task -> !task.process().equals(BESIDE)).toList();
  }
}
