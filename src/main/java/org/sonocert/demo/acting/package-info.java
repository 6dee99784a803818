/**
 * What invented people do, through the same services as the pages: the demo's year and the seeded
 * tests are made of these verbs.
 */
@NullMarked
@NamedInterface("acting")
package org.sonocert.demo.acting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
