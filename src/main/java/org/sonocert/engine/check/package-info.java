/** The check of diagrams, decision tables and forms, before the engine ever sees them. */
@NullMarked
@NamedInterface("check")
package org.sonocert.engine.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
