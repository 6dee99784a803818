package org.sonocert.catalogue;

import java.util.List;
import java.util.Optional;

/** The catalogue in force: areas and products as versioned data. */
public interface Catalogue {

  /** Version of the data, part of a policy release's hash. */
  String version();

  /** All products in the catalogue's order. */
  List<Product> products();

  /** A product by code. */
  Optional<Product> product(String code);

  /** All clinical areas in the catalogue's order. */
  List<Area> areas();

  /** An area by code. */
  Optional<Area> area(String code);
}
