/** The demo: invented people, the mailbox page and the time machine; absent in production. */
@NullMarked
package org.sonocert.demo;

import org.jspecify.annotations.NullMarked;
