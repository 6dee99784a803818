/** Packages of enrollment codes, the codes in them, and who may know what became of them. */
@NullMarked
@NamedInterface("codes")
package org.sonocert.payment.codes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
