package org.sonocert.peerevaluation;

import java.util.List;
import org.sonocert.catalogue.Area;
import org.sonocert.catalogue.Catalogue;
import org.springframework.stereotype.Component;

/** Which criteria apply to a product: those of its areas, as the catalogue has them. */
@Component
public class Criteria {
  private final Catalogue catalogue;

  Criteria(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Keys of the criteria, each once, in the catalogue's order. */
  public List<String> of(String product) {
    return catalogue
        .product(product)
        .orElseThrow(() -> new IllegalStateException("The catalogue has no product " + product))
        .areas()
        .stream()
        .flatMap(code -> catalogue.area(code).map(Area::criteria).orElseThrow().stream())
        .distinct()
        .toList();
  }
}
