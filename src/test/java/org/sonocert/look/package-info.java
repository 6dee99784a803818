/** Every page as each of its people sees it: on a laptop, on a phone, in the dark, in Spanish. */
@NullMarked
package org.sonocert.look;

import org.jspecify.annotations.NullMarked;
