package org.sonocert.credential;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;

/**
 * A credential as it was awarded, and what was decided about it since.
 *
 * @param scope what it is awarded for, in full
 * @param holderName as the account had it at the award
 * @param release policy release of the enrolment
 * @param decisionReason the reason that the deciding table gave
 * @param stateSince when the state began; the award for a valid one
 * @param replacedAt when a later award of the same product took its place
 * @param documents how many documents are frozen; none while the first is being prepared
 */
public record Credential(
    EnrolmentId enrolment,
    Serial serial,
    AccountId candidate,
    String product,
    Scheme scheme,
    String scope,
    List<String> areas,
    String holderName,
    String issuer,
    Instant awardedAt,
    Instant validUntil,
    String validityReason,
    long release,
    String decisionReason,
    CredentialState state,
    Instant stateSince,
    @Nullable Instant replacedAt,
    int documents) {

  /** How it stands at the instant. It is valid up to the instant that it names. */
  public Standing at(Instant now) {
    return switch (state) {
      case REVOKED -> Standing.REVOKED;
      case SUSPENDED -> now.isAfter(validUntil) ? Standing.EXPIRED : Standing.SUSPENDED;
      case VALID ->
          now.isAfter(validUntil) || replacedAt != null ? Standing.EXPIRED : Standing.VALID;
    };
  }

  /** Since when it stands as it does at the instant. */
  public Instant since(Instant now) {
    if (at(now) != Standing.EXPIRED) {
      return stateSince;
    }
    return replacedAt != null && replacedAt.isBefore(validUntil) ? replacedAt : validUntil;
  }

  /** Whether its first document exists. */
  public boolean documentReady() {
    return documents > 0;
  }
}
