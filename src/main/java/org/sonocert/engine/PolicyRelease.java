package org.sonocert.engine;

import java.time.Instant;

/**
 * A policy release: all diagrams, tables and forms that go together.
 *
 * @param number 1, 2, 3 …
 * @param hash SHA-256 over names and contents, hexadecimal
 * @param effectiveAt programme time from which it is in force
 */
public record PolicyRelease(
    long number,
    String deploymentId,
    String hash,
    String catalogueVersion,
    String author,
    String approver,
    String reason,
    Instant effectiveAt) {}
