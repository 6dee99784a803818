/**
 * The engine room: configures Camunda, holds policy releases, and lets capabilities meet diagrams.
 */
@NullMarked
package org.sonocert.engine;

import org.jspecify.annotations.NullMarked;
