/** Exceptions: days added to a window, asked for by one person and decided by another. */
@NullMarked
package org.sonocert.exceptions;

import org.jspecify.annotations.NullMarked;
