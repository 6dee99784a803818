package org.sonocert.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CatalogueFileTest {
  private final CatalogueFile file = CatalogueFile.read("catalogue/catalogue.yaml");
  private final Map<String, Product> products =
      file.products().stream().collect(Collectors.toMap(Product::code, Function.identity()));
  private final Map<String, Area> areas =
      file.areas().stream().collect(Collectors.toMap(Area::code, Function.identity()));

  @Test
  void twentyTwoProductsInSixteenAreasAreSold() {
    assertThat(areas).hasSize(16);
    assertThat(products).hasSize(22);
    assertThat(products.values().stream().filter(p -> p.trunk().equals("clinical-certificate")))
        .hasSize(16)
        .allMatch(p -> p.feeCents() == 15_000 && p.areas().equals(List.of(p.code())));
  }

  @Test
  void specialtiesCostWhatTheyCost() {
    assertThat(products.get("SP-EM").feeCents()).isEqualTo(62_500);
    assertThat(products.get("SP-EM").areas())
        .containsExactly("AAA", "TRA", "CAR", "DVT", "LNG", "OB1");
    assertThat(products.get("SP-OG").feeCents()).isEqualTo(35_000);
  }

  @Test
  void criteriaFollowTheArea() {
    assertThat(areas.get("LNG").criteria()).contains("doppler").doesNotContain("measurement");
    assertThat(areas.get("AAA").criteria()).contains("measurement").doesNotContain("doppler");
    assertThat(areas.get("DVT").criteria()).contains("compression", "doppler");
    assertThat(areas.values()).allMatch(a -> a.criteria().contains("imageQuality"));
  }

  @Test
  void aStillIsAskedForInTheAreasThatHaveOne() {
    assertThat(areas.get("LNG").still()).isNull();
    assertThat(areas.get("OCU").still()).isEqualTo("optic nerve sheath diameter");
    assertThat(areas.values().stream().filter(a -> a.still() != null)).hasSize(10);
  }

  @Test
  void aWrongFileIsRefusedWithWhatIsWrong() {
    Map<String, Object> area = Map.of("code", "LNG", "name", "Lung", "criteria", List.of("gain"));
    Map<String, Object> product =
        Map.of(
            "code",
            "LNG",
            "name",
            "Lung",
            "kind",
            "clinical-certificate",
            "areas",
            List.of("XXX"),
            "feeCents",
            15_000,
            "trunk",
            "clinical-certificate");
    assertThatThrownBy(() -> read(area, product)).hasMessageContaining("unknown area");
    assertThatThrownBy(() -> read(area, without(product, "feeCents")))
        .hasMessageContaining("no fee");
    assertThatThrownBy(() -> read(area, without(product, "trunk")))
        .hasMessageContaining("trunk is missing");
  }

  private static CatalogueFile read(Map<String, ?> area, Map<String, ?> product) {
    return CatalogueFile.of(
        Map.of("version", "1", "areas", List.of(area), "products", List.of(product)));
  }

  private static Map<String, Object> without(Map<String, Object> row, String key) {
    return row.entrySet().stream()
        .filter(e -> !e.getKey().equals(key))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
