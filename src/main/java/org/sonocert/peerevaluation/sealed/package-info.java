/** Sealed answers: written once, opened only for scoring, each opening noted. */
@NullMarked
package org.sonocert.peerevaluation.sealed;

import org.jspecify.annotations.NullMarked;
