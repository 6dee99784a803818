package org.sonocert.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.PolicyRelease;
import org.sonocert.engine.ReleaseView;
import org.springframework.stereotype.Service;

/** What a buyer wants to know of a product, numbers of the policy in force included. */
@Service
public class ProductFacts {
  private final Catalogue catalogue;
  private final RequiredCases required;
  private final ReleaseView releases;
  private final ProgrammeClock clock;
  private final Map<String, Optional<Long>> windows = new ConcurrentHashMap<>();

  ProductFacts(
      Catalogue catalogue, RequiredCases required, ReleaseView releases, ProgrammeClock clock) {
    this.catalogue = catalogue;
    this.required = required;
    this.releases = releases;
    this.clock = clock;
  }

  /**
   * A product with its numbers.
   *
   * @param windowDays null while the release has no trunk for it
   */
  public record Facts(Product product, List<AreaFacts> areas, @Nullable Long windowDays) {

    /** Cases over all areas. */
    public int cases() {
      return areas.stream().mapToInt(AreaFacts::cases).sum();
    }

    /** Whether it is a certification of a specialty and not a certificate of one area. */
    public boolean specialty() {
      return product.kind() == Product.Kind.SPECIALTY_CERTIFICATION;
    }
  }

  /** An area with the number of cases that the policy in force asks for. */
  public record AreaFacts(Area area, int cases) {}

  /** The release whose numbers the facts are. */
  public PolicyRelease release() {
    return releases.inForce(clock.now());
  }

  /** All products. */
  public List<Facts> all(long release) {
    return catalogue.products().stream().map(p -> facts(p, release)).toList();
  }

  /**
   * One product.
   *
   * @throws org.sonocert.core.Rejected NOT_FOUND when there is none of that code
   */
  public Facts one(String code, long release) {
    return facts(catalogue.get(code), release);
  }

  private Facts facts(Product product, long release) {
    List<AreaFacts> areas =
        product.areas().stream()
            .flatMap(code -> catalogue.area(code).stream())
            .map(area -> new AreaFacts(area, required.of(release, area.code()).cases()))
            .toList();
    Optional<Long> days =
        windows.computeIfAbsent(
            release + " " + product.trunk(), key -> window(release, product.trunk()));
    return new Facts(product, areas, days.orElse(null));
  }

  private Optional<Long> window(long release, String trunk) {
    try {
      return Optional.of(releases.window(release, trunk)).map(Duration::toDays);
    } catch (NoSuchElementException noTrunkYet) {
      return Optional.empty();
    }
  }
}
