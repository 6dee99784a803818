/** The four guards between a diagram and the machine: structure, scripts, expressions, queries. */
@NullMarked
package org.sonocert.engine.guard;

import org.jspecify.annotations.NullMarked;
