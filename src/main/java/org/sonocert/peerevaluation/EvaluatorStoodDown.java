package org.sonocert.peerevaluation;

import org.sonocert.core.EnrolmentId;

/**
 * A nominee will not answer.
 *
 * @param state declined, replaced or bounced
 */
public record EvaluatorStoodDown(EnrolmentId enrolment, NomineeId nominee, NominationState state) {}
