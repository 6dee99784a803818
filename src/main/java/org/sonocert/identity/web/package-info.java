/** Pages and filters of sign-in, and how refusals look on every page. */
@NullMarked
package org.sonocert.identity.web;

import org.jspecify.annotations.NullMarked;
