/** Packages of enrollment codes, the codes in them, and who may know what became of them. */
@NullMarked
package org.sonocert.payment.codes;

import org.jspecify.annotations.NullMarked;
