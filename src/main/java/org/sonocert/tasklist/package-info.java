/** The Tasklist: the programme's people find, claim and do their tasks. */
@NullMarked
package org.sonocert.tasklist;

import org.jspecify.annotations.NullMarked;
