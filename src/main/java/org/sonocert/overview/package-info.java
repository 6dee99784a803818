/**
 * The managers' board: what is open, what runs out, and what became of the rest, read from
 * published views.
 */
@NullMarked
package org.sonocert.overview;

import org.jspecify.annotations.NullMarked;
