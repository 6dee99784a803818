/** Refunds that the programme owes: ordered by one manager, approved by another. */
@NullMarked
package org.sonocert.payment.owed;

import org.jspecify.annotations.NullMarked;
