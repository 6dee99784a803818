package org.sonocert.payment.owed;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.sonocert.payment.Money;

/** Money that is with us and could go back, and the address of who paid it, as far as known. */
record PaidTo(
    @Nullable EnrolmentId enrolment,
    @Nullable UUID intent,
    String provider,
    String reference,
    String instrument,
    Money amount,
    @Nullable String payerEmail) {}
