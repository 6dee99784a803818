/** What administrators do with accounts: find, invite, grant, withdraw, disable; and the record. */
@NullMarked
package org.sonocert.identity.people;

import org.jspecify.annotations.NullMarked;
