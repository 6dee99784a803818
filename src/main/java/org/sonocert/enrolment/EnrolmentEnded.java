package org.sonocert.enrolment;

import java.time.Instant;
import org.sonocert.core.EnrolmentId;

/** An enrolment has ended; told in the transaction that ends it. */
public record EnrolmentEnded(EnrolmentId enrolment, EnrolmentState end, Instant endedAt) {}
