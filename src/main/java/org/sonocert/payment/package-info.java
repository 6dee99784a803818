/** Quotes, card payments and what happens to money that opens nothing. */
@NullMarked
package org.sonocert.payment;

import org.jspecify.annotations.NullMarked;
