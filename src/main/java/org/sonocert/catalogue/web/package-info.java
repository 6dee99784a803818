/** The first page and the catalogue. */
@NullMarked
package org.sonocert.catalogue.web;

import org.jspecify.annotations.NullMarked;
