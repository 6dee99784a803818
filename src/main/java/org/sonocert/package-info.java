/** Sonocert: a certification programme in point-of-care ultrasound, run as executable diagrams. */
@NullMarked
package org.sonocert;

import org.jspecify.annotations.NullMarked;
