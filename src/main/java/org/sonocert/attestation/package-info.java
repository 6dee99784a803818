/** Audits of attested cases: who is drawn, what they send, and what comes of it. */
@NullMarked
package org.sonocert.attestation;

import org.jspecify.annotations.NullMarked;
