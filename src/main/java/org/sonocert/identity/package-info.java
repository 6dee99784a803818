/** Accounts, roles and sessions: who somebody is and what they may enter. */
@NullMarked
package org.sonocert.identity;

import org.jspecify.annotations.NullMarked;
