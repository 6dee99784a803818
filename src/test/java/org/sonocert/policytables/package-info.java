/** Every decision table, held against its examples on both sides of each boundary. */
@NullMarked
package org.sonocert.policytables;

import org.jspecify.annotations.NullMarked;
