/** The button that opens an application, and the one that withdraws it. */
@NullMarked
package org.sonocert.application.web;

import org.jspecify.annotations.NullMarked;
