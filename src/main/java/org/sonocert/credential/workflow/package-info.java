/** What the trunk's diagram calls to award a credential. */
@NullMarked
package org.sonocert.credential.workflow;

import org.jspecify.annotations.NullMarked;
