/** Pages on which help is found and asked for. */
@NullMarked
package org.sonocert.support.web;

import org.jspecify.annotations.NullMarked;
