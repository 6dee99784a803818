package org.sonocert.notification;

import java.time.Instant;

/**
 * A rendered mail, ready for the relay.
 *
 * @param messageId the same for every copy
 * @param date programme time
 */
public record Letter(
    String messageId, String to, String subject, String text, String html, Instant date) {}
