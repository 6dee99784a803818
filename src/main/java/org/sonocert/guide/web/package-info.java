/** The public pages that explain the programme; no account is needed for any of them. */
@NullMarked
package org.sonocert.guide.web;

import org.jspecify.annotations.NullMarked;
