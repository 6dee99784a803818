/** How a certificate looks as a file: its words, its drawing, its code for a camera. */
@NullMarked
package org.sonocert.credential.document;

import org.jspecify.annotations.NullMarked;
