package org.sonocert.notification;

import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;

/**
 * A mail will not arrive; told in the transaction in which its row becomes FAILED.
 *
 * @param kind as it was posted
 * @param occurrence as it was posted
 * @param recipient the address to which it was to go
 * @param enrolment the enrolment that it belongs to, if any
 * @param refused whether a mail server refused it for good; false when none took it in a day, which
 *     says nothing of the address
 */
public record MailFailed(
    String kind,
    String occurrence,
    String recipient,
    @Nullable EnrolmentId enrolment,
    boolean refused) {}
