package org.sonocert.credential.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class CertificateDocumentTest {
  private static final String LONG_NAME =
      "Maximiliane Wilhelmina von und zu Hohenstaufen-Řezníčková Nguyễn Thị Ánh Tuyết de la Cruz y"
          + " Fernández de Córdoba";
  private static final String VERIFY = "https://sonocert.example/verify/SC-2027-7K3QM9XZ4T-Z";

  private final PrintingCertificates printing = new PrintingCertificates();

  @BeforeAll
  static void judge() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ana Núñez-Óskarsdóttir",
        "Łukasz Brzęczyszczykiewicz-Şahinoğlu",
        "Nguyễn Thị Ánh",
        "Đorđe Ķēniņš Ċassar",
        "Tom O'Neill & <Sons>",
        "Tufty Griffiths-Craft",
        LONG_NAME
      })
  void theNameStandsOnOnePageAsItIsWritten(String name) throws IOException {
    assertThat(words(printing.print(certificate(name)))).contains(name);
  }

  @Test
  void aNameInTwoSpellingsOfUnicodeIsPrintedInOne() throws IOException {
    assertThat(words(printing.print(certificate("Ana Nu\u0301n\u0303ez")))).contains("Ana Núñez");
  }

  @Test
  void lettersThatCannotBePrintedAreSaidSo() throws IOException {
    assertThat(words(printing.print(certificate("山田太郎")))).contains("verification page shows it");
  }

  @Test
  void itSaysWhatWasAwardedWhenBywhomAndWhatItIsNot() throws IOException {
    assertThat(words(printing.print(certificate("Ana Lim"))))
        .contains("Clinical Certificate in Lung ultrasound")
        .contains("14 May 2027", "14 May 2032", "SC-2027-7K3QM9XZ4T-Z", "Sonocert Demo Board")
        .contains("continuing medical education", "no specialty certification", "release 3")
        .contains("knowing when the images allow no diagnosis")
        .doesNotContain("Certification in");
  }

  @ParameterizedTest
  @EnumSource(names = {"PDFA_3_A", "PDFUA_1"})
  void itIsForTheArchiveAndForAScreenReader(PDFAFlavour flavour) throws Exception {
    for (String name : List.of("Ana Núñez", LONG_NAME, "山田太郎")) {
      assertThat(failures(printing.print(certificate(name)), flavour)).isEmpty();
    }
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
          .collect(Collectors.joining("\n"));
    }
  }

  private static String words(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      return new PDFTextStripper()
          .getText(document)
          .replaceAll("-\\R", "-")
          .replaceAll("\\s+", " ");
    }
  }

  private static Certificate certificate(String name) {
    return new Certificate(
        "SC-2027-7K3QM9XZ4T-Z",
        name,
        "Clinical Certificate in Lung ultrasound",
        true,
        "Sonocert Demo Board",
        Instant.parse("2027-05-14T16:20:00Z"),
        Instant.parse("2032-05-14T16:20:00Z"),
        3,
        VERIFY);
  }
}
