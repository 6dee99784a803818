/** What candidates see of an audit of their attested cases. */
@NullMarked
package org.sonocert.attestation.web;

import org.jspecify.annotations.NullMarked;
