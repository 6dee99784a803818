/** What card companies tell us by themselves: kept as it came, then worked off. */
@NullMarked
package org.sonocert.payment.events;

import org.jspecify.annotations.NullMarked;
