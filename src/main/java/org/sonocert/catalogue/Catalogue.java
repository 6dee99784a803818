package org.sonocert.catalogue;

import java.util.List;
import java.util.Optional;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;

/** The catalogue in force: areas and products as versioned data. */
public interface Catalogue {

  /** Version of the data, part of a policy release's hash. */
  String version();

  /** All products in the catalogue's order. */
  List<Product> products();

  /** A product by code. */
  Optional<Product> product(String code);

  /**
   * A product by code.
   *
   * @throws Rejected NOT_FOUND when the catalogue has none of that code
   */
  default Product get(String code) {
    return product(code).orElseThrow(() -> new Rejected(Rejection.notFound("product")));
  }

  /** A product's name, without asking the database whether it is open; its code when unknown. */
  String nameOf(String productCode);

  /**
   * A product as the data describes it, without asking the database whether it is open; so {@code
   * open()} says nothing here.
   *
   * @throws Rejected NOT_FOUND when the catalogue has none of that code
   */
  Product described(String productCode);

  /** Codes of a product's areas, see {@link #described}. */
  default List<String> areasOf(String productCode) {
    return described(productCode).areas();
  }

  /** All clinical areas in the catalogue's order. */
  List<Area> areas();

  /** An area by code. */
  Optional<Area> area(String code);
}
