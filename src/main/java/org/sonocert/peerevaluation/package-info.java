/** Peer evaluation: who is named, how they are reached, and what they answer, sealed. */
@NullMarked
package org.sonocert.peerevaluation;

import org.jspecify.annotations.NullMarked;
