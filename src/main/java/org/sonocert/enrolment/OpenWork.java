package org.sonocert.enrolment;

import java.util.Collection;
import java.util.List;
import org.sonocert.core.EnrolmentId;
import org.sonocert.engine.ReleaseView;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.springframework.stereotype.Component;

/** The open tasks on the way to the certificate; what runs beside it is nobody's turn in it. */
@Component
public class OpenWork {
  private final TaskInbox inbox;
  private final ReleaseView releases;

  OpenWork(TaskInbox inbox, ReleaseView releases) {
    this.inbox = inbox;
    this.releases = releases;
  }

  /** The open tasks of an enrolment without those of processes beside the way, oldest first. */
  public List<TaskView> of(EnrolmentId enrolment) {
    return of(List.of(enrolment));
  }

  /** The same for several enrolments, in one statement. */
  public List<TaskView> of(Collection<EnrolmentId> enrolments) {
    return inbox.of(enrolments).stream()
        .filter(task -> !releases.diagram(task.release(), task.process()).beside())
        .toList();
  }
}
