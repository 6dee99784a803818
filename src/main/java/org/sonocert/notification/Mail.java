package org.sonocert.notification;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;

/**
 * One mail that is due.
 *
 * @param kind names its template, {@code templates/mail/<kind>.txt} and {@code .html}, and its rule
 *     for an uncertain delivery
 * @param occurrence makes it unique within its kind: the same business occurrence is mailed once
 *     (INV-17), for example {@code <nomineeId>:invitation}
 * @param to one address; refused when it holds a line break
 * @param model what the template shows, text only
 * @param enrolment the enrolment that it belongs to, if any
 */
public record Mail(
    String kind,
    String occurrence,
    String to,
    Locale locale,
    Map<String, String> model,
    @Nullable EnrolmentId enrolment) {}
