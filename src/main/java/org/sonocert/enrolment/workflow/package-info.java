/** The steps of the trunk: open, remind, close and record how an enrolment ends. */
@NullMarked
package org.sonocert.enrolment.workflow;

import org.jspecify.annotations.NullMarked;
