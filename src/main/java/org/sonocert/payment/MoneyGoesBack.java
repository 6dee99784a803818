package org.sonocert.payment;

import org.sonocert.core.EnrolmentId;

/** Money that was captured is to be given back; told in the transaction that says so. */
public record MoneyGoesBack(EnrolmentId enrolment) {}
