/** How an exception is asked for, and what its diagram and its form call. */
@NullMarked
@NamedInterface("workflow")
package org.sonocert.exceptions.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
