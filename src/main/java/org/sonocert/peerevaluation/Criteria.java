package org.sonocert.peerevaluation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sonocert.catalogue.Area;
import org.sonocert.catalogue.Catalogue;
import org.springframework.stereotype.Component;

/**
 * Which criteria apply to a product: those of its areas, as the catalogue has them. The catalogue
 * stays the same while the program runs, so each product is read once.
 */
@Component
public class Criteria {
  private final Catalogue catalogue;
  private final Map<String, List<String>> known = new ConcurrentHashMap<>();

  Criteria(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Keys of the criteria, each once, in the catalogue's order. */
  public List<String> of(String product) {
    return known.computeIfAbsent(product, this::read);
  }

  private List<String> read(String product) {
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
