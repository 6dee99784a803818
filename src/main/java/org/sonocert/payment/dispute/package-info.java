/** Payments that the holder of a card asks back through the card company, and what is booked. */
@NullMarked
package org.sonocert.payment.dispute;

import org.jspecify.annotations.NullMarked;
