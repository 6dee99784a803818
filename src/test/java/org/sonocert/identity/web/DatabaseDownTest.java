package org.sonocert.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseDownTest {
  private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/me");
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void aSilentDatabaseIsAPageThatSaysWhenToTryAgain() throws Exception {
    filter().doFilter(request, response, failing(new CannotCreateTransactionException("refused")));
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("30");
    assertThat(response.getHeader("Content-Security-Policy")).isEqualTo(PageHeaders.CONTENT);
    assertThat(response.getContentAsString()).startsWith("error/503 {reference=");
  }

  @Test
  void aFailureInsideAPageCountsToo() throws Exception {
    var inside = new ServletException(new DataAccessResourceFailureException("connection lost"));
    filter().doFilter(request, response, failing(inside));
    assertThat(response.getStatus()).isEqualTo(503);
  }

  @Test
  void aRollbackThatFailsForTheSameReasonDoesNotHideIt() throws Exception {
    var rollback = new TransactionSystemException("rollback", new SQLException("is closed"));
    rollback.initApplicationException(new DataAccessResourceFailureException("terminated"));
    filter().doFilter(request, response, failing(rollback));
    assertThat(response.getStatus()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "57P01", "57P03"})
  void aConnectionThatBreaksInTheMiddleCountsTooWhoeverWrapsIt(String state) throws Exception {
    var broken = new IllegalStateException(new SQLException("terminated", state));
    filter().doFilter(request, response, failing(broken));
    assertThat(response.getStatus()).isEqualTo(503);
  }

  @Test
  void aStatementThatTheDatabaseRefusesIsAMistakeOfOurs() {
    var mistake = new IllegalStateException(new SQLException("duplicate key", "23505"));
    assertThatThrownBy(() -> filter().doFilter(request, response, failing(mistake)))
        .isSameAs(mistake);
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
    BarePage page =
        new BarePage(null, null, null) {
          @Override
          void render(
              String template,
              Map<String, ?> model,
              HttpServletRequest request,
              HttpServletResponse response)
              throws IOException {
            response.getWriter().write(template + " " + model);
          }
        };
    return new DatabaseDown(
        new ObjectProvider<>() {
          @Override
          public BarePage getObject() {
            return page;
          }
        });
  }
}
