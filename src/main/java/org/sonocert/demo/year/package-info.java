/**
 * The demo's year: some hundred invented people live through the real process on a clock that is
 * moved, so that every room has something to show.
 */
@NullMarked
package org.sonocert.demo.year;

import org.jspecify.annotations.NullMarked;
