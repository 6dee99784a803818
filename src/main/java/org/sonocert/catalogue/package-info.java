/** Clinical areas and products with their fees: what can be bought. */
@NullMarked
package org.sonocert.catalogue;

import org.jspecify.annotations.NullMarked;
