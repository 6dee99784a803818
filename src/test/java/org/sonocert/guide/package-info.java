/** What the public pages say, and that they say what the rules in force say. */
@NullMarked
package org.sonocert.guide;

import org.jspecify.annotations.NullMarked;
