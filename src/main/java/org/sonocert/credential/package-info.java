/** Credentials: the award, its frozen document, and what a stranger learns who verifies it. */
@NullMarked
package org.sonocert.credential;

import org.jspecify.annotations.NullMarked;
