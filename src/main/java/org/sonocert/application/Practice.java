package org.sonocert.application;

import org.jspecify.annotations.Nullable;

/**
 * What a candidate says about their practice.
 *
 * @param profession the form's word, for example {@code physician} or {@code trainee}
 * @param professionOther its name when it is none of the list
 * @param licenceNumber as typed
 */
public record Practice(
    String profession,
    @Nullable String professionOther,
    String licenceNumber,
    String licenceCountry,
    boolean goodStanding,
    boolean practising) {

  /** Whether the number can stand for a person's licence. */
  public Licence licence() {
    return Licence.of(licenceCountry, licenceNumber);
  }
}
