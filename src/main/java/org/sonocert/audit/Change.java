package org.sonocert.audit;

import java.util.Map;

/**
 * One change to an enrolment, as the audit leaf of its transaction lists it.
 *
 * @param type kebab-case, past tense, for example {@code evaluator-nominated}
 * @param data plain values (text, numbers, booleans, lists and maps of them); goes into the
 *     erasable payload, so personal data may stand here, sealed answers may not
 */
public record Change(String type, Map<String, ?> data) {}
