package org.sonocert.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonocert.guide.SampleGuides.SPANISH;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonocert.catalogue.ProductFacts;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RealParts
class GuidePagesTest {
  @LocalServerPort int port;
  @Autowired ProductFacts facts;
  @Autowired ReadingFigures figures;
  @Autowired Guides guides;
  @Autowired SelfCheck check;
  @Autowired PeopleBehind people;

  private Visitor stranger;

  @BeforeEach
  void stranger() {
    stranger = new Visitor(port);
  }

  @Test
  void theReleaseInForceIsReadThroughTheEngineAsItsFilesSay() {
    long release = facts.release().number();
    assertThat(figures.of(release, facts.one("LNG", release)))
        .isEqualTo(SampleGuides.figures(90L, 5, 30));
  }

  @ParameterizedTest
  @CsvSource({"en, /guide", "es, /guide", "en, /guide/LNG", "es, /guide/SP-EM"})
  void thePageSaysEverySectionOfTheGuideAndLeadsToEach(String language, String path) {
    Locale locale = Locale.forLanguageTag(language);
    Guide guide =
        path.equals("/guide")
            ? guides.whole(locale)
            : guides.of(path.substring("/guide/".length()), locale);
    Document page = page(path + "?lang=" + language);

    assertThat(page.select("h1").text()).isEqualTo(guide.title());
    assertThat(page.select("html").attr("lang")).isEqualTo(language);
    for (Guide.Section part : guide.sections()) {
      assertThat(page.select(".toc a[href=#" + part.id() + "]").text()).isEqualTo(part.title());
      assertThat(page.select("h2#" + part.id()).text()).isEqualTo(part.title());
      part.blocks().stream()
          .flatMap(block -> block.lines().stream())
          .forEach(line -> assertThat(page.select("main").text()).contains(line));
    }
    assertThat(page.text()).contains("Sonocert").doesNotContain("??");
  }

  @Test
  void theWholeGuideListsEveryProductWithItsFee() {
    Document page = page("/guide");
    assertThat(page.select("h2#fees ~ table tbody tr")).hasSize(22);
    assertThat(page.select("h2#fees ~ table").text()).contains("Lung (LNG)", "90 days", "(SP-EM)");
  }

  @ParameterizedTest
  @CsvSource({"/guide.pdf, en, 90 days", "/guide/LNG/guide.pdf, es, 90 días"})
  void theFileIsAPdfInTheChosenLanguage(String path, String language, String said)
      throws Exception {
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + path + "?lang=" + language))
                    .build(),
                BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
    assertThat(answer.headers().firstValue("Content-Language")).hasValue(language);
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .contains("sonocert-guide", "-" + language + ".pdf");
    try (PDDocument file = Loader.loadPDF(answer.body())) {
      assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo(language);
      assertThat(new PDFTextStripper().getText(file)).contains(said);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/guide/NONE", "/guide/NONE/guide.pdf", "/guide/%3Cb%3E"})
  void aProductThatIsNotThereIsNotFound(String path) {
    assertThat(stranger.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void theProductLeadsToItsGuideAndTheFooterToAllThree() {
    Document page = page("/catalogue/LNG");
    assertThat(page.select("main a[href=/guide/LNG]")).hasSize(1);
    assertThat(page.select("footer a").eachAttr("href"))
        .contains("/guide", "/preparation", "/people");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void theSelfCheckIsMarkedOnThePageWithoutAccountScriptOrSession(String language) {
    Document asked = page("/preparation?lang=" + language);
    assertThat(asked.select("form.stack input[checked]")).isEmpty();
    assertThat(asked.text()).doesNotContain(check.questions().get(0).why().en());
    String[] answers =
        check.questions().stream()
            .flatMap(one -> List.of(one.id(), one.options().get(0).id()).stream())
            .toArray(String[]::new);

    HttpResponse<String> answer = stranger.postWithoutToken("/preparation", answers);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(stranger.session()).isEmpty();
    Document marked = Jsoup.parse(answer.body());
    long right = check.questions().stream().filter(q -> q.options().get(0).correct()).count();
    assertThat(marked.select("form .turn-done")).hasSize((int) right);
    assertThat(marked.select("form .turn-lost")).hasSize(check.questions().size() - (int) right);
    assertThat(marked.select("form.stack input[checked]")).hasSize(check.questions().size());
    Locale locale = Locale.forLanguageTag(language);
    check.questions().forEach(q -> assertThat(marked.text()).contains(q.why().in(locale)));
  }

  @Test
  void whatIsNoAnswerCountsAsOpenAndIsNeverShown() {
    String id = check.questions().get(0).id();
    Document marked =
        Jsoup.parse(stranger.postWithoutToken("/preparation", id, "<b>x", "other", "a").body());
    assertThat(marked.select("form .turn-next")).hasSize(check.questions().size());
    assertThat(marked.select("[role=status]").text())
        .startsWith("0 of " + check.questions().size());
    assertThat(marked.html()).doesNotContain("<b>x", "&lt;b&gt;x");
    assertThat(marked.text()).doesNotContain(check.questions().get(0).why().en());
  }

  @ParameterizedTest
  @CsvSource({"en, invented too", "es, también son inventadas"})
  void libraryAndPartnersSayThatTheyAreInvented(String language, String said) {
    Document page = page("/preparation?lang=" + language);
    assertThat(page.text()).contains(said, "Třebová", "Ñandú");
    assertThat(page.select("main a[href^=http]")).isEmpty();
    assertThat(page.select("main code")).isNotEmpty();
    assertThat(page.select("main code").eachText())
        .allMatch(address -> address.endsWith(".example.org"));
  }

  @ParameterizedTest
  @CsvSource({"en, is invented", "es, son inventadas"})
  void everybodyBehindTheCasesAndThePanelIsShownAsInvented(String language, String said) {
    Document page = page("/people?lang=" + language);
    assertThat(page.select(".notice").text()).contains(said);
    String ilka = page.select("#cases ~ dl dt:contains(Varnholt) + dd").text();
    assertThat(ilka)
        .contains(
            language.equals("es") ? "autoría, revisión clínica: Pulmón" : "clinical reviewer: Lung")
        .doesNotContain("lng-0");
    assertThat(page.select("#cases ~ dl dt").eachText()).doesNotHaveDuplicates();
    String all = page.select("main dt").eachText().stream().collect(Collectors.joining("\n"));
    people.contributors().forEach(one -> assertThat(all).contains(one.name()));
    assertThat(all)
        .contains("Zdeňka Řehořová-Ndiaye", "Nguyễn Thị Ánh Tuyết", "Łukasz", "Þórsdóttir");
  }

  /** The Spanish words of the shipped catalogue reach the file too. */
  @Test
  void theSpanishFileNamesProductsInSpanish() throws IOException {
    byte[] file = new PrintingGuide().print(guides.whole(SPANISH));
    try (PDDocument document = Loader.loadPDF(file)) {
      assertThat(new PDFTextStripper().getText(document)).contains("Pulmón (LNG)");
    }
  }

  private Document page(String path) {
    HttpResponse<String> answer = stranger.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
