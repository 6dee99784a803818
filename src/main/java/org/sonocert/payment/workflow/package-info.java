/** What the diagram calls for a quote, and how a confirmed payment is told to it. */
@NullMarked
@NamedInterface("workflow")
package org.sonocert.payment.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
