/** The two clocks and the time machine that moves one of them. */
@NullMarked
package org.sonocert.engine.clock;

import org.jspecify.annotations.NullMarked;
