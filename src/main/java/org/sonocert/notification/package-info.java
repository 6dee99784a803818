/** The outbox: mail that is written with the change that causes it and sent once. */
@NullMarked
package org.sonocert.notification;

import org.jspecify.annotations.NullMarked;
