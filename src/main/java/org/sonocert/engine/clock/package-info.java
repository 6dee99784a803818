/** The two clocks and the time machine that moves one of them. */
@NullMarked
@NamedInterface("clock")
package org.sonocert.engine.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
