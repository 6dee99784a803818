package org.sonocert.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The catalogue as the shipped file has it, checked as a whole: a wrong file stops the start and
 * says where.
 *
 * @param products with {@code notOpenBecause} unset, since a file cannot know it
 */
record CatalogueFile(String version, List<Area> areas, List<Product> products) {

  /** Reads and checks a file of the class path. */
  static CatalogueFile read(String resource) {
    try (InputStream in = CatalogueFile.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The catalogue " + resource + " is not on the class path");
      }
      return of(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CatalogueFile of(Map<String, ?> content) {
    List<Area> areas = new ArrayList<>();
    for (Map<String, ?> row : rows(content, "areas")) {
      areas.add(new Area(text(row, "code"), text(row, "name"), texts(row, "criteria"), still(row)));
    }
    List<Product> products = new ArrayList<>();
    for (Map<String, ?> row : rows(content, "products")) {
      products.add(product(row));
    }
    var file =
        new CatalogueFile(text(content, "version"), List.copyOf(areas), List.copyOf(products));
    file.check();
    return file;
  }

  private void check() {
    Set<String> known = areas.stream().map(Area::code).collect(Collectors.toSet());
    require(known.size() == areas.size(), "two areas have the same code");
    Set<String> codes = new HashSet<>();
    for (Product product : products) {
      require(codes.add(product.code()), "two products have the code " + product.code());
      require(!product.areas().isEmpty(), product.code() + " has no area");
      require(known.containsAll(product.areas()), product.code() + " names an unknown area");
      require(product.feeCents() >= 0, product.code() + " has a negative fee");
      require(
          product.kind() != Product.Kind.CLINICAL_CERTIFICATE || product.areas().size() == 1,
          product.code() + " is a Clinical Certificate of more than one area");
    }
  }

  private static Product product(Map<String, ?> row) {
    String kind = text(row, "kind").toUpperCase(Locale.ROOT).replace('-', '_');
    if (!(row.get("feeCents") instanceof Integer fee)) {
      throw wrong(text(row, "code") + " has no fee in cents");
    }
    return new Product(
        text(row, "code"),
        text(row, "name"),
        Product.Kind.valueOf(kind),
        texts(row, "areas"),
        fee.longValue(),
        text(row, "trunk"),
        null);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, ?>> rows(Map<String, ?> content, String key) {
    if (content.get(key) instanceof List<?> rows) {
      return (List<Map<String, ?>>) rows;
    }
    throw wrong(key + " is missing");
  }

  private static String text(Map<String, ?> row, String key) {
    Object value = row.get(key);
    if (value == null) {
      throw wrong(key + " is missing in " + row);
    }
    return value.toString();
  }

  private static @Nullable String still(Map<String, ?> row) {
    return row.get("still") == null ? null : text(row, "still");
  }

  private static List<String> texts(Map<String, ?> row, String key) {
    if (row.get(key) instanceof List<?> texts) {
      return texts.stream().map(String::valueOf).toList();
    }
    throw wrong(key + " is missing in " + row);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw wrong(otherwise);
    }
  }

  private static IllegalStateException wrong(String how) {
    return new IllegalStateException("The catalogue is wrong: " + how);
  }
}
