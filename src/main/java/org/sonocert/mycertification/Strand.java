package org.sonocert.mycertification;

/**
 * One parallel branch of the trunk, or the application before it.
 *
 * @param turn word of {@link Turn}
 * @param label name of the branch in the diagram
 * @param says key of the sentence that says what happens next in it
 * @param about what the sentence leaves open: names of tasks in the diagram's words, or a number
 */
public record Strand(String turn, String label, String says, String about) {}
