package org.sonocert.credential;

import org.sonocert.core.EnrolmentId;

/** A credential was awarded; told in the transaction that awards it. */
public record CredentialAwarded(EnrolmentId enrolment, Serial serial) {}
