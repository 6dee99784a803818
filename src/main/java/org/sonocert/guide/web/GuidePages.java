package org.sonocert.guide.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sonocert.guide.Guide;
import org.sonocert.guide.Guides;
import org.sonocert.guide.PrintingGuide;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The programme guide, as a page and as a file, as a whole and for one product. */
@Controller
class GuidePages {
  private final Guides guides;
  private final PrintingGuide printing;

  GuidePages(Guides guides, PrintingGuide printing) {
    this.guides = guides;
    this.printing = printing;
  }

  @GetMapping("/guide")
  String whole(Locale language, Model model) {
    return page(guides.whole(language), null, model);
  }

  @GetMapping("/guide/{code}")
  String product(@PathVariable String code, Locale language, Model model) {
    return page(guides.of(code, language), code, model);
  }

  @GetMapping("/guide.pdf")
  ResponseEntity<byte[]> wholeFile(Locale language) {
    return file(guides.whole(language));
  }

  @GetMapping("/guide/{code}/guide.pdf")
  ResponseEntity<byte[]> productFile(@PathVariable String code, Locale language) {
    return file(guides.of(code, language));
  }

  private static String page(Guide guide, @Nullable String code, Model model) {
    model.addAttribute("guide", guide);
    model.addAttribute("code", code);
    model.addAttribute("file", code == null ? "/guide.pdf" : "/guide/" + code + "/guide.pdf");
    return "guide/guide";
  }

  private ResponseEntity<byte[]> file(Guide guide) {
    String name = guide.name() + "-" + guide.language() + ".pdf";
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_LANGUAGE, guide.language())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name).build().toString())
        .body(printing.print(guide));
  }
}
