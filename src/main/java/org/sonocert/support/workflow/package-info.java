/** How a support request starts its process, and what the diagram and its form call. */
@NullMarked
package org.sonocert.support.workflow;

import org.jspecify.annotations.NullMarked;
