package org.sonocert.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product of the catalogue.
 *
 * @param code for example {@code LNG} or {@code SP-EM}
 * @param kind a certificate and a certification are different schemes
 * @param areas codes of its clinical areas
 * @param feeCents USD cents
 * @param trunk process id of its trunk diagram
 * @param notOpenBecause why it cannot be bought now, null when it is open
 */
public record Product(
    String code,
    String name,
    Kind kind,
    List<String> areas,
    long feeCents,
    String trunk,
    @Nullable String notOpenBecause) {

  /** The two schemes. */
  public enum Kind {
    CLINICAL_CERTIFICATE,
    SPECIALTY_CERTIFICATION
  }

  /** Whether it can be bought now. */
  public boolean open() {
    return notOpenBecause == null;
  }
}
