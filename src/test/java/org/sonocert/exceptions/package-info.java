/** Exceptions to the window, with the second person. */
@NullMarked
package org.sonocert.exceptions;

import org.jspecify.annotations.NullMarked;
