/** Reads the shipped cases and test forms and keeps them for ever under id and version. */
@NullMarked
package org.sonocert.assessment.content;

import org.jspecify.annotations.NullMarked;
