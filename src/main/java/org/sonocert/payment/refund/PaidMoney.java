package org.sonocert.payment.refund;

import java.util.UUID;
import org.sonocert.payment.Money;

/**
 * Money that opened an enrolment and can go back.
 *
 * @param intent the attempt that was captured
 * @param instrument how it was paid, for people
 */
public record PaidMoney(UUID intent, Money amount, String instrument) {}
