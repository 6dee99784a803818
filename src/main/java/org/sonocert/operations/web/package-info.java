/** The operator's page. */
@NullMarked
package org.sonocert.operations.web;

import org.jspecify.annotations.NullMarked;
