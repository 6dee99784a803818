/** Makes the synthetic demo media: ultrasound that reads as ultrasound, and spoken encounters. */
@NullMarked
package org.sonocert.media;

import org.jspecify.annotations.NullMarked;
