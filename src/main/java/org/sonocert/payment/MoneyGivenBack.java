package org.sonocert.payment;

import java.util.UUID;
import org.sonocert.core.EnrolmentId;

/** A provider has given an attempt's money back; told in the transaction that notes it. */
public record MoneyGivenBack(EnrolmentId enrolment, UUID intent) {}
