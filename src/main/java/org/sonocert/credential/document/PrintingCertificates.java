package org.sonocert.credential.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Prints a certificate as one page that is PDF/A-3a for the archive and PDF/UA-1 for a screen
 * reader.
 */
@Component
public class PrintingCertificates {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final SpringTemplateEngine words = templates();
  private final Lettering lettering = new Lettering();
  private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  PrintingCertificates() {
    XRLog.listRegisteredLoggers().forEach(log -> XRLog.setLevel(log, Level.WARNING));
  }

  /** The file. */
  public byte[] print(Certificate certificate) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (PdfBoxRenderer page = builder(page(certificate)).toStream(file).buildPdfRenderer()) {
      page.createPDFWithoutClosing();
      Sector.behind(page.getPdfDocument(), page.getPdfDocument().getPage(0), certificate.serial());
      page.getPdfDocument().save(file);
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("The certificate cannot be printed", e);
    }
  }

  private PdfRendererBuilder builder(String page) {
    return new PdfRendererBuilder()
        .useFastMode()
        .usePdfUaAccessibility(true)
        .usePdfAConformance(PdfAConformance.PDFA_3_A)
        .useColorProfile(colours)
        .useFont(
            () -> Lettering.open(Lettering.REGULAR), Lettering.FAMILY, 400, FontStyle.NORMAL, true)
        .useFont(
            () -> Lettering.open(Lettering.SEMIBOLD), Lettering.FAMILY, 600, FontStyle.NORMAL, true)
        .withHtmlContent(page, null);
  }

  private String page(Certificate certificate) {
    String name = Normalizer.normalize(certificate.holderName(), Normalizer.Form.NFC);
    Context context = new Context(Locale.ENGLISH);
    context.setVariables(
        Map.of(
            "certificate", certificate,
            "name", name,
            "printable", lettering.has(name),
            "size", name.length() <= 24 ? "short" : name.length() <= 48 ? "middle" : "long",
            "awarded", day(certificate.awardedAt()),
            "until", day(certificate.validUntil()),
            "code", QrCode.of(certificate.verifyAddress())));
    return words.process("document", context);
  }

  private static String day(Instant at) {
    return DAY.format(at);
  }

  private static SpringTemplateEngine templates() {
    var resolver = new ClassLoaderTemplateResolver(PrintingCertificates.class.getClassLoader());
    resolver.setPrefix("templates/credential/");
    resolver.setSuffix(".xml");
    resolver.setTemplateMode(TemplateMode.XML);
    resolver.setCharacterEncoding("UTF-8");
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
