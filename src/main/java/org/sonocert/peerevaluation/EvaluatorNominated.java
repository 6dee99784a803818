package org.sonocert.peerevaluation;

import org.sonocert.core.EnrolmentId;

/** A candidate named somebody as evaluator. */
public record EvaluatorNominated(EnrolmentId enrolment, NomineeId nominee) {}
