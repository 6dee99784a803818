package org.sonocert.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.BaseUrl;
import org.springframework.context.MessageSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class PageConfigurationTest {
  private MockMvc browser;

  @EnableWebMvc
  static class Mvc {}

  @RestController
  static class Greeting {
    private final MessageSource words;

    Greeting(MessageSource words) {
      this.words = words;
    }

    @GetMapping("/turn")
    String turn(Locale language) {
      return words.getMessage("turn.you", null, language);
    }
  }

  @BeforeEach
  void start() {
    browser = browser("http://localhost:8080");
  }

  private static BaseUrl reachedAt(String address) {
    return new BaseUrl(new MockEnvironment().withProperty("sonocert.base-url", address));
  }

  private static MockMvc browser(String address) {
    var context = new AnnotationConfigWebApplicationContext();
    context.setServletContext(new MockServletContext());
    context.register(Mvc.class, PageConfiguration.class, Greeting.class);
    context.addBeanFactoryPostProcessor(f -> f.registerSingleton("base", reachedAt(address)));
    context.refresh();
    return MockMvcBuilders.webAppContextSetup(context).build();
  }

  @Test
  void aChosenLanguageIsRemembered() throws Exception {
    browser
        .perform(get("/turn").param("lang", "es"))
        .andExpect(content().string("Le toca a usted"))
        .andExpect(cookie().value("language", "es"));
    browser
        .perform(get("/turn").cookie(new Cookie("language", "es")))
        .andExpect(content().string("Le toca a usted"));
  }

  @Test
  void theChoiceIsSentOverHttpsOnlyWherePeopleComeOverHttps() throws Exception {
    browser
        .perform(get("/turn").param("lang", "es"))
        .andExpect(cookie().secure("language", false))
        .andExpect(cookie().httpOnly("language", true));
    browser("https://c.example")
        .perform(get("/turn").param("lang", "es"))
        .andExpect(cookie().secure("language", true));
  }

  @Test
  void withoutAChoiceTheBrowserDecidesAndElseEnglish() throws Exception {
    browser
        .perform(get("/turn").header("Accept-Language", "es-MX,es;q=0.9"))
        .andExpect(content().string("Le toca a usted"));
    browser
        .perform(get("/turn").header("Accept-Language", "fr").locale(Locale.FRENCH))
        .andExpect(content().string("Your turn"));
  }

  @Test
  void aLanguageThatIsNoneIsIgnored() throws Exception {
    browser.perform(get("/turn").param("lang", "<script>")).andExpect(status().isOk());
  }

  @Test
  void builtAssetsAreKeptForEverAndSentCompressed() throws Exception {
    String mark = new Assets().url("mark.svg");
    if (mark.equals("/assets/mark.svg")) {
      return; // this run has no built front end
    }
    var sent =
        browser
            .perform(get(mark).header("Accept-Encoding", "gzip, br"))
            .andExpect(status().isOk())
            .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"))
            .andReturn()
            .getResponse();
    assertThat(sent.getHeader("Content-Encoding")).isIn("br", "gzip");
  }
}
