package org.sonocert.payment;

import org.sonocert.core.EnrolmentId;

/** A quote was confirmed and frozen; told in the transaction that keeps it. */
public record QuotePrepared(EnrolmentId enrolment) {}
