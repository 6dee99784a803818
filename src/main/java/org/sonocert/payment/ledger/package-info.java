/** The books of money, and how they are compared with those of card companies. */
@NullMarked
package org.sonocert.payment.ledger;

import org.jspecify.annotations.NullMarked;
