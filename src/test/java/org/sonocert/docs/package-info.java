/** What the documents say, held against what is there. */
@NullMarked
package org.sonocert.docs;

import org.jspecify.annotations.NullMarked;
