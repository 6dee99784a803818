/** Stripe as the card company: its hosted page, its refunds, its books and its signed messages. */
@NullMarked
package org.sonocert.payment.stripe;

import org.jspecify.annotations.NullMarked;
