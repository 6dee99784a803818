package org.sonocert.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.CatalogueVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The shipped catalogue, and which of its products are open: every area has a released test form,
 * and a specialty has reviewers, of which there are none yet.
 */
@Component
class OpeningProducts implements Catalogue, CatalogueVersion {
  private final CatalogueFile file = CatalogueFile.read("catalogue/catalogue.yaml");
  private final Map<String, Area> areas = byCode(file.areas(), Area::code);
  private final Map<String, Product> products = byCode(file.products(), Product::code);
  private final JdbcClient db;

  OpeningProducts(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String version() {
    return file.version();
  }

  @Override
  public List<Product> products() {
    Set<String> released = releasedAreas();
    return file.products().stream().map(p -> judged(p, released)).toList();
  }

  @Override
  public Optional<Product> product(String code) {
    return Optional.ofNullable(products.get(code)).map(p -> judged(p, releasedAreas()));
  }

  @Override
  public String nameOf(String productCode) {
    Product product = products.get(productCode);
    return product == null ? productCode : product.name();
  }

  @Override
  public Product described(String productCode) {
    Product product = products.get(productCode);
    if (product == null) {
      throw new Rejected(Rejection.notFound("product"));
    }
    return product;
  }

  @Override
  public List<Area> areas() {
    return file.areas();
  }

  @Override
  public Optional<Area> area(String code) {
    return Optional.ofNullable(areas.get(code));
  }

  private Set<String> releasedAreas() {
    return db.sql("select area from v_assessment_released_areas").query(String.class).set();
  }

  private Product judged(Product p, Set<String> released) {
    return new Product(
        p.code(), p.name(), p.kind(), p.areas(), p.feeCents(), p.trunk(), reason(p, released));
  }

  private @Nullable String reason(Product product, Set<String> released) {
    if (product.kind() == Product.Kind.SPECIALTY_CERTIFICATION) {
      return "Not open yet: the programme has no reviewers for its video submissions so far.";
    }
    String missing =
        product.areas().stream()
            .filter(a -> !released.contains(a))
            .map(a -> areas.containsKey(a) ? areas.get(a).name() : a)
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? null
        : "Not open yet: no test form is released for " + missing + " so far.";
  }

  private static <T> Map<String, T> byCode(List<T> items, Function<T, String> code) {
    return items.stream().collect(Collectors.toUnmodifiableMap(code, Function.identity()));
  }
}
