/** Where managers and candidates ask for days, and what the candidate sees of them. */
@NullMarked
package org.sonocert.exceptions.web;

import org.jspecify.annotations.NullMarked;
