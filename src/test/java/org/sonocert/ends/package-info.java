/** Every end of every diagram, on the running product: what is left behind, and for whom. */
@NullMarked
package org.sonocert.ends;

import org.jspecify.annotations.NullMarked;
