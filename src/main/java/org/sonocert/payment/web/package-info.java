/** The page on which a candidate pays. */
@NullMarked
package org.sonocert.payment.web;

import org.jspecify.annotations.NullMarked;
