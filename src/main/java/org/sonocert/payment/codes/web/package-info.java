/** The pages of enrollment codes: for managers, for candidates and for payers. */
@NullMarked
package org.sonocert.payment.codes.web;

import org.jspecify.annotations.NullMarked;
