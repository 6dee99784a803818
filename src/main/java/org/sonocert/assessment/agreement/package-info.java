/**
 * What is agreed before a first start: texts in versions, by two people, and who accepted which.
 */
@NullMarked
package org.sonocert.assessment.agreement;

import org.jspecify.annotations.NullMarked;
