/** Invoices: asked for by candidates, marked as paid or cancelled by programme managers. */
@NullMarked
@NamedInterface("invoice")
package org.sonocert.payment.invoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
