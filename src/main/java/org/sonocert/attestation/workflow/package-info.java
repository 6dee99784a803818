/** What the diagrams call for an audit of attested cases, and the forms of its tasks. */
@NullMarked
package org.sonocert.attestation.workflow;

import org.jspecify.annotations.NullMarked;
