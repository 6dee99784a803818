/** The player: one stage and at most one question at a time, with and without script. */
@NullMarked
package org.sonocert.assessment.web;

import org.jspecify.annotations.NullMarked;
