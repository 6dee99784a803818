/** What all pages share: the names of built assets, how they are cached, languages and words. */
@NullMarked
package org.sonocert.web;

import org.jspecify.annotations.NullMarked;
