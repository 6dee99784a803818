/** My certification: an enrolment for its owner, generated from the running process. */
@NullMarked
package org.sonocert.mycertification;

import org.jspecify.annotations.NullMarked;
