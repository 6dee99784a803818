package org.sonocert.payment.codes.web;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.payment.codes.PackageOrder;

/**
 * What a manager typed to make a package, as it stands in the form again when something is wrong.
 *
 * @param id drawn with the form, so that sending it twice makes one package
 */
record OrderForm(
    String id,
    String product,
    String codes,
    String validUntil,
    String payerName,
    String payerEmail,
    String price) {

  OrderForm {
    id = Objects.requireNonNullElse(id, "");
    product = Objects.requireNonNullElse(product, "");
    codes = Objects.requireNonNullElse(codes, "");
    validUntil = Objects.requireNonNullElse(validUntil, "");
    payerName = Objects.requireNonNullElse(payerName, "");
    payerEmail = Objects.requireNonNullElse(payerEmail, "");
    price = Objects.requireNonNullElse(price, "");
  }

  static OrderForm fresh() {
    return new OrderForm(UUID.randomUUID().toString(), "", "10", "", "", "", "");
  }

  UUID uuid() {
    return uuid(id);
  }

  PackageOrder order(Instant now) {
    return PackageOrder.of(uuid(), product, codes, validUntil, payerName, payerEmail, price, now);
  }

  /** Reads a package's id from an address; a guess looks like a miss. */
  static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Rejected(Rejection.notFound("package of codes"));
    }
  }
}
