package org.sonocert.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

class DatabaseDownTest {
  private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/me");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void aSilentDatabaseIsAClearPageInThePersonsLanguage() throws Exception {
    request.addPreferredLocale(Locale.forLanguageTag("es"));
    filter().doFilter(request, response, failing(new CannotCreateTransactionException("refused")));
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("30");
    assertThat(response.getHeader("Content-Security-Policy")).isEqualTo(PageHeaders.CONTENT);
    assertThat(response.getContentAsString())
        .contains("lang=\"es\"", "no se guardó")
        .doesNotContain("refused");
  }

  @Test
  void aFailureInsideAPageCountsToo() throws Exception {
    var inside = new ServletException(new DataAccessResourceFailureException("connection lost"));
    filter().doFilter(request, response, failing(inside));
    assertThat(response.getStatus()).isEqualTo(503);
  }

  @Test
  void anyOtherFailureIsNotHidden() {
    var other = new IllegalStateException("a mistake");
    assertThatThrownBy(() -> filter().doFilter(request, response, failing(other))).isSameAs(other);
  }

  private static FilterChain failing(Exception failure) {
    return (request, response) -> {
      if (failure instanceof ServletException servlet) {
        throw servlet;
      }
      throw (RuntimeException) failure;
    };
  }

  private static DatabaseDown filter() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasenames("messages", "messages/identity");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return new DatabaseDown(messages);
  }
}
