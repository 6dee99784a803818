/** Seeded random people: what must always hold is asked after each of their steps. */
@org.jspecify.annotations.NullMarked
package org.sonocert.seeded;
