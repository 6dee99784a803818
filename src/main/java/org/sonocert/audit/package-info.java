/** The audit trail: one leaf per enrolment and transaction, written before commit. */
@NullMarked
package org.sonocert.audit;

import org.jspecify.annotations.NullMarked;
