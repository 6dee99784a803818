/** How a support request starts its process, and what the diagram and its form call. */
@NullMarked
@NamedInterface("workflow")
package org.sonocert.support.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
