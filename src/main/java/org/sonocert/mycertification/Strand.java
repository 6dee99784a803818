package org.sonocert.mycertification;

/**
 * One parallel branch of the trunk, or the application before it.
 *
 * @param turn word of {@link Turn}
 * @param label name of the branch in the diagram
 * @param next a sentence: what happens next in it
 */
public record Strand(String turn, String label, String next) {}
