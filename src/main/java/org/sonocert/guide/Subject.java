package org.sonocert.guide;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.catalogue.ProductFacts.Facts;

/**
 * What a guide is about: one product, or the programme as a whole.
 *
 * @param product null for the programme as a whole
 * @param shown the products that its table lists
 */
public record Subject(
    @Nullable Facts product, List<Facts> shown, long release, String catalogueVersion) {

  /** Whether clips are asked for, in the product or in any of those shown. */
  boolean clips() {
    return shown.stream().anyMatch(Facts::specialty);
  }
}
