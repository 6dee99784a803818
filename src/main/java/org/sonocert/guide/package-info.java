/** Guide: what candidates read before they apply, written from the rules in force and from data. */
@NullMarked
package org.sonocert.guide;

import org.jspecify.annotations.NullMarked;
