package org.sonocert.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Statements;
import org.sonocert.testing.Walk;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Statements per human action: counted on the whole way to a certificate, printed, bounded. */
@RealParts
class StatementsPerActionTest {
  private static final int MOST = 30;

  /**
   * Actions that do not keep the budget yet, with what they need today: they may only become
   * cheaper. Nearly all of it is the engine ending and starting scopes within one request.
   */
  private static final Map<String, Integer> OWED =
      Map.of(
          "POST /me/{id}/tasks/{task}", 80,
          "POST /pay/{id}/demo-card", 65,
          "POST /sit/{id}/finish", 60,
          "POST /evaluate/form/{task}", 100);

  @LocalServerPort int port;

  @Test
  void noHumanActionNeedsMoreStatementsThanItsBudget() {
    Walk walk = new Walk("http://localhost:" + port, "Budget");
    Statements.reset();
    walk.signUp().signIn().apply("LNG").fillInApplication().pay();
    walk.nameEvaluators("b1@budget.example", "b2@budget.example");
    walk.prepareToSit().startSitting().sit(Walk.rightAnswers());
    walk.evaluate("b1@budget.example", "4").evaluate("b2@budget.example", "3");
    walk.untilPageSays("awarded");
    Map<String, Statements.Count> most = new TreeMap<>();
    for (Statements.Count count : Statements.seen()) {
      if (count.action().startsWith("POST") || count.action().startsWith("PUT")) {
        most.merge(
            count
                .action()
                .replaceAll("/tasks/\\d+", "/tasks/{task}")
                .replaceAll("/evaluate/form/\\d+", "/evaluate/form/{task}")
                .replaceAll("/confirm/[A-Za-z0-9_-]{20,}", "/confirm/{token}")
                .replaceAll("/evaluate/[A-Za-z0-9_-]{20,}", "/evaluate/{reference}"),
            count,
            (a, b) -> a.statements() >= b.statements() ? a : b);
      }
    }
    if (Boolean.getBoolean("statements.shown")) {
      most.forEach(
          (action, count) ->
              System.out.println("## " + action + "\n" + String.join("\n", count.sql())));
    }
    most.forEach((action, count) -> System.out.printf("%4d  %s%n", count.statements(), action));
    System.out.printf("%4d  apart, by jobs and mail, for the whole way%n", Statements.apart());
    most.forEach(
        (action, count) ->
            assertThat(count.statements())
                .as(action + "\n" + String.join("\n", count.sql()))
                .isLessThanOrEqualTo(OWED.getOrDefault(action, MOST)));
    assertThat(most).hasSizeGreaterThan(10);
  }
}
