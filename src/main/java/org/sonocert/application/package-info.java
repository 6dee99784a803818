/** Prerequisites, waivers and attestations: whether somebody may buy a product. */
@NullMarked
package org.sonocert.application;

import org.jspecify.annotations.NullMarked;
