/** One person in one product: its state, its window and its end. */
@NullMarked
package org.sonocert.enrolment;

import org.jspecify.annotations.NullMarked;
