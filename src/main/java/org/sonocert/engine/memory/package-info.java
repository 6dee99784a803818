/**
 * Spares the engine reads whose answer cannot change or is known to be empty, because they were the
 * larger part of the statements behind one click. Nothing here decides anything.
 */
@NullMarked
package org.sonocert.engine.memory;

import org.jspecify.annotations.NullMarked;
