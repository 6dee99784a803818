/** Support: what candidates ask about their enrolments, and what they are answered. */
@NullMarked
package org.sonocert.support;

import org.jspecify.annotations.NullMarked;
