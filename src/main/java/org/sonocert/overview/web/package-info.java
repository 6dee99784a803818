/** The pages of the managers' board. */
@NullMarked
package org.sonocert.overview.web;

import org.jspecify.annotations.NullMarked;
