package org.sonocert.guide;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.sonocert.core.Typeface;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Prints a guide as a file that is PDF/A-3a for the archive and PDF/UA-1 for a screen reader, with
 * a bookmark for each section. What was printed is kept while it is asked for, one at a time is
 * printed, so that many visitors cost little.
 */
@Component
public class PrintingGuide {
  private static final String FAMILY = "Source Sans 3";
  private static final int KEPT = 64; // every product in two languages, about 50 kB each

  private final SpringTemplateEngine pages = templates();
  private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
  private final Map<Guide, byte[]> printed =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Guide, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  PrintingGuide() {
    XRLog.listRegisteredLoggers().forEach(log -> XRLog.setLevel(log, Level.WARNING));
  }

  /** The file; the same words give the same file. */
  public synchronized byte[] print(Guide guide) {
    return printed.computeIfAbsent(guide, this::file).clone();
  }

  private byte[] file(Guide guide) {
    Context context = new Context(Locale.forLanguageTag(guide.language()));
    context.setVariable("guide", guide);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .useFastMode()
          .usePdfUaAccessibility(true)
          .usePdfAConformance(PdfAConformance.PDFA_3_A)
          .useColorProfile(colours)
          .useFont(
              () -> Typeface.open("SourceSans3-Regular.ttf"), FAMILY, 400, FontStyle.NORMAL, true)
          .useFont(
              () -> Typeface.open("SourceSans3-SemiBold.ttf"), FAMILY, 600, FontStyle.NORMAL, true)
          .withHtmlContent(pages.process("document", context), null)
          .toStream(file)
          .run();
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("The guide cannot be printed", e);
    }
  }

  private static SpringTemplateEngine templates() {
    var resolver = new ClassLoaderTemplateResolver(PrintingGuide.class.getClassLoader());
    resolver.setPrefix("templates/guide/");
    resolver.setSuffix(".xml");
    resolver.setTemplateMode(TemplateMode.XML);
    resolver.setCharacterEncoding("UTF-8");
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
