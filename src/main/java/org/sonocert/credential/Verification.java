package org.sonocert.credential;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may know about a credential. Why one was suspended or revoked is not published.
 *
 * @param since since when it stands so
 * @param replaced whether it expired because a newer one took its place
 * @param documentSha256 digest of the document that is not superseded, null while it is prepared
 */
public record Verification(
    String serial,
    Standing standing,
    Instant since,
    boolean replaced,
    String holderName,
    Scheme scheme,
    String scope,
    List<String> areas,
    String issuer,
    Instant awardedAt,
    Instant validUntil,
    Instant checkedAt,
    @Nullable String documentSha256) {}
