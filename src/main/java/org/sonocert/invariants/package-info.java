/**
 * What must always hold of all enrolments, asked of the database as queries that find who breaks
 * it.
 */
@NullMarked
package org.sonocert.invariants;

import org.jspecify.annotations.NullMarked;
