/** Sign-in by the organisation's own provider (OpenID Connect), where the settings name one. */
@NullMarked
package org.sonocert.identity.organisation;

import org.jspecify.annotations.NullMarked;
