/**
 * What only the demo has: a mailbox instead of a relay, invented people, the time machine's page.
 */
@NullMarked
package org.sonocert.demo;

import org.jspecify.annotations.NullMarked;
