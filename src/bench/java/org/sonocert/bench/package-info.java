/** Measures whole enrolments side by side: this product, a stock Camunda, and Flowable. */
@NullMarked
package org.sonocert.bench;

import org.jspecify.annotations.NullMarked;
