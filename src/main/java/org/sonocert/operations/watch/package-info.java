/** What a monitor asks on the management port: readiness and figures. */
@NullMarked
package org.sonocert.operations.watch;

import org.jspecify.annotations.NullMarked;
