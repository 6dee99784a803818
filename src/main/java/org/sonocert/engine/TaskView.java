package org.sonocert.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;

/**
 * An open task as rooms show it.
 *
 * @param node the user task's id in its diagram
 * @param documentation why the step is there
 * @param form id of its task form
 * @param group who may do it: {@code candidate}, {@code evaluator} or a role's id
 * @param assignee account id of who claimed it, null while nobody has
 * @param subject whom it is about (a nominee's or a support request's id), null for most tasks
 */
public record TaskView(
    String id,
    EnrolmentId enrolment,
    long release,
    String process,
    String node,
    String name,
    String documentation,
    String form,
    String group,
    @Nullable String assignee,
    @Nullable String subject,
    Instant createdAt,
    @Nullable Instant dueAt,
    @Nullable Instant followUpAt) {}
