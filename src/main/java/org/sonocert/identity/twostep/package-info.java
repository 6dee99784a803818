/**
 * The second step of a sign-in: an authenticator's codes, and recovery codes for when it is lost.
 */
@NullMarked
package org.sonocert.identity.twostep;

import org.jspecify.annotations.NullMarked;
