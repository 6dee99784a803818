/** What an operator cares about: the data folder, the database and the self-check at start. */
@NullMarked
package org.sonocert.operations;

import org.jspecify.annotations.NullMarked;
