/** Backup and restore: a snapshot of all rows with their hashes, and the keys apart from it. */
@NullMarked
@NamedInterface("backup")
package org.sonocert.operations.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
