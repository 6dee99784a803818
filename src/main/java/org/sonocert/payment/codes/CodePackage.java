package org.sonocert.payment.codes;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.catalogue.Prices;

/**
 * A package of codes as it stands.
 *
 * @param codes how many it was made of
 * @param priceCents what the payer pays for one code
 * @param feeCents the catalogue's fee of the product when the package was made
 * @param payerLinkUntil machine time; null while there is no link
 */
public record CodePackage(
    UUID id,
    String product,
    int codes,
    Instant validUntil,
    String payerName,
    String payerEmail,
    long priceCents,
    long feeCents,
    String currency,
    Instant createdAt,
    @Nullable Instant closedAt,
    @Nullable Instant payerLinkUntil) {

  /** Whether its unused codes work. */
  public boolean open() {
    return closedAt == null;
  }

  /** What one code costs the payer, as people read it. */
  public String price(Locale locale) {
    return Prices.inWords(priceCents, currency, locale);
  }
}
