/** The candidate's right to cancel, the one answer to it, and the money's way back. */
@NullMarked
@NamedInterface("refund")
package org.sonocert.payment.refund;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
