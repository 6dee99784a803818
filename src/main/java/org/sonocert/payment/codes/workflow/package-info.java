/** How an enrollment code that was entered is told to the application's process. */
@NullMarked
@NamedInterface("codes-workflow")
package org.sonocert.payment.codes.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
