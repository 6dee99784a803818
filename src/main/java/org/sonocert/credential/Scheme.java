package org.sonocert.credential;

import java.util.Locale;
import org.sonocert.catalogue.Product;

/**
 * A certificate covers one area, a certification a specialty: two schemes, never mixed in words.
 */
public enum Scheme {
  CERTIFICATE,
  CERTIFICATION;

  static Scheme of(Product product) {
    return product.kind() == Product.Kind.CLINICAL_CERTIFICATE ? CERTIFICATE : CERTIFICATION;
  }

  static Scheme of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The word of pages, programs and decision tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is awarded, in full: the title of the document. */
  String scope(Product product) {
    return this == CERTIFICATE
        ? "Clinical Certificate in " + product.name() + " ultrasound"
        : "Specialty Certification in " + product.name() + " ultrasound";
  }
}
