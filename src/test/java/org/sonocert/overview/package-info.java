/** The managers' board: what it says, and that its questions stay cheap. */
@NullMarked
package org.sonocert.overview;

import org.jspecify.annotations.NullMarked;
