package org.sonocert.payment.codes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.sonocert.enrolment.EnrolmentState;

/**
 * A code that somebody entered, beside that person's newest enrolment in its product.
 *
 * @param holder the enrolment that has reserved or used it
 * @param enrolment the person's own; null when there never was one
 * @param otherReserved ending of another code that this enrolment has reserved
 */
public record FoundCode(
    UUID id,
    String ending,
    String product,
    String state,
    Instant validUntil,
    boolean packageOpen,
    String payer,
    @Nullable EnrolmentId holder,
    @Nullable EnrolmentId enrolment,
    @Nullable EnrolmentState enrolmentState,
    @Nullable String otherReserved) {

  /** Whether the person's own enrolment holds it already. */
  public boolean own() {
    return holder != null && holder.equals(enrolment);
  }

  /** Whether it is reserved, by whomever. */
  public boolean reserved() {
    return state.equals("reserved");
  }

  /** Whether the person's newest enrolment in its product is an open application. */
  public boolean applying() {
    return enrolmentState == EnrolmentState.APPLYING;
  }
}
