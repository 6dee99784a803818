package org.sonocert.credential.document;

import java.time.Instant;

/**
 * What a certificate says.
 *
 * @param scope what it is awarded for, in full; the document's title
 * @param verifyAddress where anybody sees whether it holds today
 */
public record Certificate(
    String serial,
    String holderName,
    String scope,
    boolean oneArea,
    String issuer,
    Instant awardedAt,
    Instant validUntil,
    long release,
    String verifyAddress) {}
