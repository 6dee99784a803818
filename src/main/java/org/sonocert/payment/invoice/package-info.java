/** Invoices: asked for by candidates, marked as paid or cancelled by programme managers. */
@NullMarked
package org.sonocert.payment.invoice;

import org.jspecify.annotations.NullMarked;
