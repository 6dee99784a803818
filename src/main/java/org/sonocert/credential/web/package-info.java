/** Verification for anybody, and the certificate for its holder. */
@NullMarked
package org.sonocert.credential.web;

import org.jspecify.annotations.NullMarked;
