/** What the application's diagram calls, and how the application tells it. */
@NullMarked
@NamedInterface("workflow")
package org.sonocert.application.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
