package org.sonocert.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonocert.guide.SampleGuides.figures;
import static org.sonocert.guide.SampleGuides.lung;
import static org.sonocert.guide.SampleGuides.write;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class PrintingGuideTest {
  private final PrintingGuide printing = new PrintingGuide();

  @BeforeAll
  static void judge() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void theFileHasTitleLanguageBookmarksAndEveryWordOfTheGuide(String language) throws IOException {
    Guide guide = guide(language);
    try (PDDocument file = Loader.loadPDF(printing.print(guide))) {
      assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo(language);
      assertThat(file.getDocumentInformation().getTitle()).isEqualTo(guide.title() + " – Sonocert");
      assertThat(bookmarks(file))
          .isEqualTo(guide.sections().stream().map(Guide.Section::title).toList());
      String text = words(file);
      guide.sections().stream()
          .flatMap(part -> part.blocks().stream())
          .flatMap(block -> block.lines().stream())
          .forEach(line -> assertThat(text).contains(squeezed(line)));
    }
  }

  @ParameterizedTest
  @CsvSource({"en, You have 90 days of 24 hours", "es, Tiene 90 días de 24 horas"})
  void theFileSaysTheNumbersOfTheRelease(String language, String said) throws IOException {
    try (PDDocument file = Loader.loadPDF(printing.print(guide(language)))) {
      assertThat(words(file)).contains(squeezed(said));
    }
  }

  @Test
  void lettersOfManyLanguagesArePrinted() throws IOException {
    Guide guide = guide("en");
    String name =
        "Zdeňka Řehořová, Nguyễn Thị Ánh, Łukasz Peña, Þórsdóttir & <Sons>, Crafty Griffin";
    Guide named = new Guide("en", "x", name, guide.lead(), "7", guide.contents(), guide.sections());
    try (PDDocument file = Loader.loadPDF(printing.print(named))) {
      assertThat(words(file)).contains(squeezed(name));
    }
  }

  @Test
  void theSameGuideIsPrintedOnceAndAnotherAnew() {
    byte[] first = printing.print(guide("en"));
    assertThat(printing.print(guide("en"))).isEqualTo(first);
    assertThat(printing.print(write(lung(61L), figures(61L, 5, 30), Locale.ENGLISH)))
        .isNotEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(names = {"PDFA_3_A", "PDFUA_1"})
  void itIsForTheArchiveAndForAScreenReader(PDFAFlavour flavour) throws Exception {
    for (String language : List.of("en", "es")) {
      assertThat(failures(printing.print(guide(language)), flavour)).isEmpty();
    }
  }

  private static Guide guide(String language) {
    return write(lung(90L), figures(90L, 5, 30), Locale.forLanguageTag(language));
  }

  private static List<String> bookmarks(PDDocument file) {
    List<String> titles = new ArrayList<>();
    for (PDOutlineItem item : file.getDocumentCatalog().getDocumentOutline().children()) {
      titles.add(item.getTitle());
    }
    return titles;
  }

  private static String words(PDDocument file) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    StringBuilder text = new StringBuilder();
    for (int page = 1; page <= file.getNumberOfPages(); page++) {
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      String numbersFirst = "^\\s*\\d+ / \\d+\\s*(\\d+\\.\\s+)*";
      text.append(stripper.getText(file).replaceFirst(numbersFirst, ""));
    }
    return squeezed(text.toString());
  }

  /** Without any space, since lines break where the page ends. */
  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String failures(byte[] file, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      assertThat(result.getTotalAssertions()).isPositive();
      return result.getTestAssertions().stream()
          .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
          .map(a -> a.getRuleId() + " " + a.getMessage() + " at " + a.getLocation())
          .distinct()
          .limit(10)
          .collect(Collectors.joining("\n"));
    }
  }
}
