/** The auditors' room: find an enrolment, running or long ended, and see what happened in it. */
@NullMarked
package org.sonocert.auditing;

import org.jspecify.annotations.NullMarked;
