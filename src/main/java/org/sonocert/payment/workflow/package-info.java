/** What the diagram calls for a quote, and how a confirmed payment is told to it. */
@NullMarked
package org.sonocert.payment.workflow;

import org.jspecify.annotations.NullMarked;
