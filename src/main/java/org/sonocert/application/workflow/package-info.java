/** What the application's diagram calls, and how the application tells it. */
@NullMarked
package org.sonocert.application.workflow;

import org.jspecify.annotations.NullMarked;
