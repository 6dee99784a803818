package org.sonocert.credential.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.credential.Verification;

/**
 * What a program gets: the standing and its facts, or a word for why there are none.
 *
 * @param status {@code valid}, {@code expired}, {@code suspended}, {@code revoked}, {@code
 *     unknown}, {@code mistyped} or {@code too-many}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerificationAnswer(
    String status,
    @Nullable String reason,
    @Nullable String serial,
    @Nullable Instant since,
    @Nullable Boolean replaced,
    @Nullable String holderName,
    @Nullable String scheme,
    @Nullable String scope,
    @Nullable List<String> areas,
    @Nullable String issuer,
    @Nullable Instant awardedAt,
    @Nullable Instant validUntil,
    @Nullable Instant checkedAt,
    @Nullable String documentSha256) {

  static VerificationAnswer of(Verification v) {
    return new VerificationAnswer(
        v.standing().word(),
        null,
        v.serial(),
        v.since(),
        v.replaced(),
        v.holderName(),
        v.scheme().word(),
        v.scope(),
        v.areas(),
        v.issuer(),
        v.awardedAt(),
        v.validUntil(),
        v.checkedAt(),
        v.documentSha256());
  }

  static VerificationAnswer none(String status, String reason) {
    return new VerificationAnswer(
        status, reason, null, null, null, null, null, null, null, null, null, null, null, null);
  }
}
