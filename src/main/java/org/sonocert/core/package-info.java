/** Words that every module shares: ids, the two clocks, refusals and the mark of a step. */
@NullMarked
package org.sonocert.core;

import org.jspecify.annotations.NullMarked;
