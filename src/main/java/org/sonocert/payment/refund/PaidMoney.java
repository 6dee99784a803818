package org.sonocert.payment.refund;

import java.util.UUID;
import org.sonocert.payment.Money;

/**
 * Money that opened an enrolment and can go back.
 *
 * @param intent the attempt that was captured
 * @param instrument how it was paid, for people
 * @param disputed whether its card company withholds it, or has given it to the payer itself
 */
public record PaidMoney(UUID intent, Money amount, String instrument, boolean disputed) {}
