package org.sonocert.mycertification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.engine.CaseView;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolment;

/**
 * Everything that the page of an enrolment shows, all of it read from the running process.
 *
 * @param status the first line: whose turn it is and for what
 * @param again from when on the product may be bought again; null unless it ended so that one waits
 * @param missed what happens when the window passes, in the words of the diagram; empty when ended
 * @param tasks the owner's open tasks
 * @param preparing nobody has a task for a moment, since the next step is being made
 * @param runs the processes, oldest first
 */
public record CertificationPage(
    Enrolment enrolment,
    String title,
    Status status,
    @Nullable Instant again,
    @Nullable Instant by,
    @Nullable WindowBar window,
    String missed,
    List<TaskView> tasks,
    boolean preparing,
    List<Strand> strands,
    List<CaseView.Run> runs) {}
