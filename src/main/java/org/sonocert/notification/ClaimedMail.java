package org.sonocert.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A row of the outbox that this sender has started to send, until its lease ends. */
record ClaimedMail(
    UUID id,
    String kind,
    String recipient,
    Locale locale,
    Map<String, String> model,
    String messageId,
    int attempt,
    long epoch,
    Instant leaseUntil) {}
