package org.sonocert.payment.codes;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.catalogue.Prices;
import org.sonocert.catalogue.Product;
import org.sonocert.core.AccountId;
import org.sonocert.core.MachineClock;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Moments;
import org.sonocert.identity.Token;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What programme managers do with packages of codes; each change says who made it. */
@Service
public class SellingPackages {
  private final CodePackages packages;
  private final EnrollmentCodes codes;
  private final CodeKey key;
  private final Catalogue catalogue;
  private final CodeTerms terms;
  private final ProgrammeClock clock;
  private final MachineClock machine;

  SellingPackages(
      CodePackages packages,
      EnrollmentCodes codes,
      CodeKey key,
      Catalogue catalogue,
      CodeTerms terms,
      ProgrammeClock clock,
      MachineClock machine) {
    this.packages = packages;
    this.codes = codes;
    this.key = key;
    this.catalogue = catalogue;
    this.terms = terms;
    this.clock = clock;
    this.machine = machine;
  }

  /**
   * Makes a package and its codes; an order of the same id again changes nothing.
   *
   * @throws Rejected CONFLICT when the product cannot be bought now
   */
  @Transactional
  public void make(AccountId manager, PackageOrder order) {
    Product product = catalogue.get(order.product());
    if (product.notOpenBecause() != null) {
      throw new Rejected(Rejection.conflict("product-not-open", product.notOpenBecause()));
    }
    CodePackage made =
        new CodePackage(
            order.id(),
            product.code(),
            order.codes(),
            order.validUntil(),
            order.payerName(),
            order.payerEmail(),
            order.priceCents(),
            product.feeCents(),
            Prices.CURRENCY,
            clock.now(),
            null,
            null);
    if (!packages.add(made, manager.value())) {
      return;
    }
    List<UUID> ids = Stream.generate(UUID::randomUUID).limit(made.codes()).toList();
    codes.add(made, ids, ids.stream().map(key::signs).toList());
    String until = Moments.inWords(made.validUntil());
    packages.note(
        made.id(), "made", made.codes() + " codes for " + made.product() + " until " + until);
  }

  /**
   * Closes a package: its unused codes stop working, reserved and used ones go on.
   *
   * @throws Rejected CONFLICT when it is closed
   */
  @Transactional
  public void close(UUID id) {
    if (!packages.lock(id).open()) {
      throw new Rejected(
          Rejection.conflict("package-closed", "This package was closed before. Nothing changed."));
    }
    packages.close(id);
    packages.note(id, "closed", "Unused codes stop working.");
  }

  /**
   * Draws a link for the payer, in the place of the one before, and gives its secret: it is not
   * kept and cannot be shown again.
   */
  @Transactional
  public String drawPayerLink(UUID id) {
    boolean renewed = packages.lock(id).payerLinkUntil() != null;
    String token = Token.draw();
    packages.payerLink(id, Token.hash(token), machine.now().plus(terms.payerLink(clock.now())));
    packages.note(
        id, renewed ? "link-renewed" : "link-drawn", "The payer's link holds for a year.");
    return token;
  }

  /**
   * Exchanges the unused codes of a product that cannot be bought any more.
   *
   * @return how many now stand for the other product
   * @throws Rejected CONFLICT when the first can be bought, or the other cannot or has another fee
   */
  @Transactional
  public int exchange(UUID id, String from, String to) {
    CodePackage pack = packages.lock(id);
    if (catalogue.product(from).filter(Product::open).isPresent()) {
      throw new Rejected(
          Rejection.conflict(
              "product-open", "This product can be bought, so its codes work as they are."));
    }
    Product other = catalogue.get(to);
    if (!other.open() || other.feeCents() != pack.feeCents()) {
      throw new Rejected(
          Rejection.conflict(
              "other-fee", "Codes are exchanged for an open product of the same fee only."));
    }
    int exchanged = codes.exchange(id, from, to);
    if (exchanged == 0) {
      throw new Rejected(
          Rejection.conflict("none-unused", "The package has no unused code of this product."));
    }
    packages.note(id, "exchanged", exchanged + " unused codes, from " + from + " to " + to);
    return exchanged;
  }
}
