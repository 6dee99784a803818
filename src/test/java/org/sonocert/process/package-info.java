/** Each diagram on a real engine, with steps that only note what they were asked to do. */
@NullMarked
package org.sonocert.process;

import org.jspecify.annotations.NullMarked;
