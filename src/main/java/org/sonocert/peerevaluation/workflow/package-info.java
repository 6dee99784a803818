/** What the peer evaluation's diagram calls, and how the diagram is told what happened. */
@NullMarked
package org.sonocert.peerevaluation.workflow;

import org.jspecify.annotations.NullMarked;
