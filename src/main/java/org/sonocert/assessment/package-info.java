/** Case-based assessment: cases, test forms, sittings, answers that are final, and their score. */
@NullMarked
package org.sonocert.assessment;

import org.jspecify.annotations.NullMarked;
