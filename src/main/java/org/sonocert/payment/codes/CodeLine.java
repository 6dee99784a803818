package org.sonocert.payment.codes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One code of a package as a list shows it.
 *
 * @param signs the whole code in its groups; null in the payer's list and once it is taken
 * @param holder who was certified with it, null unless that person consented
 */
public record CodeLine(
    int number,
    String ending,
    @Nullable String signs,
    String product,
    Instant validUntil,
    CodeState state,
    @Nullable String holder) {}
