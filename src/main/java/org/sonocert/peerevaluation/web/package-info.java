/** The evaluator's pages, reached by a mailed link, and the candidate's button to replace one. */
@NullMarked
package org.sonocert.peerevaluation.web;

import org.jspecify.annotations.NullMarked;
