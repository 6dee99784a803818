/** What programme managers see of the policy: the check of a folder, later the studio. */
@NullMarked
package org.sonocert.policy;

import org.jspecify.annotations.NullMarked;
