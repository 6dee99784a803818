/** How an enrollment code that was entered is told to the application's process. */
@NullMarked
package org.sonocert.payment.codes.workflow;

import org.jspecify.annotations.NullMarked;
