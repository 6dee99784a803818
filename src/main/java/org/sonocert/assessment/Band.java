package org.sonocert.assessment;

import java.util.List;

/**
 * How near somebody was in some learning outcomes.
 *
 * @param outcomes several where one alone had too few questions
 * @param word below, near or above the pass mark
 */
public record Band(List<String> outcomes, String word) {}
