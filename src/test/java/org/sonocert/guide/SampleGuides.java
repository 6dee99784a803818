package org.sonocert.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sonocert.catalogue.Area;
import org.sonocert.catalogue.Product;
import org.sonocert.catalogue.ProductFacts.AreaFacts;
import org.sonocert.catalogue.ProductFacts.Facts;
import org.sonocert.web.PageConfiguration;

/** Guides about one product, with the shipped words and figures of the test's own. */
final class SampleGuides {
  static final Locale SPANISH = Locale.forLanguageTag("es");

  private SampleGuides() {}

  static Facts lung(@Nullable Long windowDays) {
    return facts("LNG", "Lung", Product.Kind.CLINICAL_CERTIFICATE, windowDays);
  }

  static Facts specialty() {
    return facts("SP-EM", "Emergency Medicine", Product.Kind.SPECIALTY_CERTIFICATION, null);
  }

  private static Facts facts(
      String code, String name, Product.Kind kind, @Nullable Long windowDays) {
    Product product = new Product(code, name, kind, List.of("LNG"), 15_000, "trunk", null);
    Area area = new Area("LNG", "Lung", List.of("gain"), null);
    return new Facts(product, List.of(new AreaFacts(area, 20)), windowDays);
  }

  static Figures figures(@Nullable Long windowDays, int refundDays, int waitDays) {
    return new Figures(
        windowDays,
        List.of(30, 14, 7, 1),
        refundDays,
        waitDays,
        24,
        5,
        new Figures.Peers(2, 3.0, 1, 60, 5, 3, 7),
        new Figures.Answers(2, 5, 2, 5, 30, 90),
        new Figures.Money(14, 30, 30));
  }

  static Guide write(Facts product, Figures figures, Locale language) {
    Subject subject = new Subject(product, List.of(product), 7, "2026.1");
    return writing().write(subject, figures, language);
  }

  static WritingGuide writing() {
    try {
      return new WritingGuide(new PageConfiguration().messageSource());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that a section says. */
  static String said(Guide guide, String section) {
    return guide.sections().stream()
        .filter(part -> part.id().equals(section))
        .flatMap(part -> part.blocks().stream())
        .flatMap(
            block ->
                Stream.concat(block.lines().stream(), block.rows().stream().map(String::valueOf)))
        .collect(Collectors.joining("\n"));
  }
}
