/** How an exception is asked for, and what its diagram and its form call. */
@NullMarked
package org.sonocert.exceptions.workflow;

import org.jspecify.annotations.NullMarked;
