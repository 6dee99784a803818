/** What an operator sees and decides: what stands still, what waits, what runs. */
@NullMarked
package org.sonocert.operations.desk;

import org.jspecify.annotations.NullMarked;
