/** What diagrams call and which task forms this module takes: it alone knows the engine here. */
@NullMarked
@NamedInterface("workflow")
package org.sonocert.assessment.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
