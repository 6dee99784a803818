package org.sonocert.payment.codes;

/** How many codes of a package are where; those of certified people count as in use. */
public record Counts(int unused, int reserved, int inUse, int closed) {}
