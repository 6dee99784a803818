package org.sonocert.enrolment;

import java.util.Collection;
import java.util.List;
import org.sonocert.core.EnrolmentId;
import org.sonocert.engine.ReleaseView;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.springframework.stereotype.Component;

/**
 * The open tasks on the way to the certificate. What the programme does beside it is nobody's turn
 * in it; what is asked of the candidate there is the candidate's.
 */
@Component
public class OpenWork {
  private static final String CANDIDATE = "candidate";

  private final TaskInbox inbox;
  private final ReleaseView releases;

  OpenWork(TaskInbox inbox, ReleaseView releases) {
    this.inbox = inbox;
    this.releases = releases;
  }

  /** The open tasks of an enrolment without those of the programme beside the way, oldest first. */
  public List<TaskView> of(EnrolmentId enrolment) {
    return of(List.of(enrolment));
  }

  /** The same for several enrolments, in one statement. */
  public List<TaskView> of(Collection<EnrolmentId> enrolments) {
    return inbox.of(enrolments).stream()
        .filter(task -> CANDIDATE.equals(task.group()) || !beside(task))
        .toList();
  }

  private boolean beside(TaskView task) {
    return releases.diagram(task.release(), task.process()).beside();
  }
}
