package org.sonocert.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.EnrolmentId;
import org.sonocert.engine.TaskInbox;
import org.sonocert.payment.codes.CodeRoom;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Statements;
import org.sonocert.testing.Walk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Statements per human action: counted on the whole way to a certificate, printed, bounded. */
@RealParts
class StatementsPerActionTest {
  private static final int MOST = 30;
  private static final int AIM = 20;

  private CodeRoom room;
  @Autowired TaskInbox inbox;
  @LocalServerPort int port;

  @BeforeEach
  void codes(@Autowired AutowireCapableBeanFactory parts) {
    room = CodeRoom.of(parts);
  }

  @Test
  void noHumanActionNeedsMoreStatementsThanItsBudget() {
    wholeWay("Warm", "w1@budget.example", "w2@budget.example");
    cancelled("Warmed", "v1@budget.example", "v2@budget.example");
    Statements.reset();
    wholeWay("Budget", "b1@budget.example", "b2@budget.example");
    cancelled("Cancel", "c1@budget.example", "c2@budget.example");
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
      Statements.seen().stream()
          .filter(count -> count.statements() > AIM)
          .forEach(c -> System.out.println("## " + c.action() + "\n" + String.join("\n", c.sql())));
    }
    Statements.seen()
        .forEach(count -> System.out.printf("%4d  %s%n", count.statements(), count.action()));
    most.forEach((action, count) -> System.out.printf("%4d  %s%n", count.statements(), action));
    System.out.printf("%4d  apart, by jobs and mail, for the whole way%n", Statements.apart());
    most.forEach(
        (action, count) ->
            assertThat(count.statements())
                .as(action + "\n" + String.join("\n", count.sql()))
                .isLessThanOrEqualTo(MOST));
    assertThat(most).hasSizeGreaterThan(10);
  }

  /** Two evaluators are asked, so that as much as can be is stood down. */
  private void cancelled(String name, String first, String second) {
    Walk walk = new Walk("http://localhost:" + port, name);
    walk.signUp().signIn().apply("LNG").fillInApplication().pay();
    walk.nameEvaluators(first, second);
    walk.askForHelp("more-time", "A colleague is ill and I stand in for her.");
    answered(EnrolmentId.of(walk.enrolment()));
    walk.link(first, "/evaluate/");
    walk.link(second, "/evaluate/");
    walk.cancel().untilPageSays("was returned");
  }

  /** Staff claim the question and answer it. */
  private void answered(EnrolmentId id) {
    String task = "/tasks/" + inbox.find(id, "answer-support-request", null).orElseThrow().id();
    PlainBrowser manager = new PlainBrowser("http://localhost:" + port);
    manager.open(task);
    manager.send(
        "/login", Map.of("email", "manager1@demo.example", "password", RealParts.PASSWORD));
    manager.open(task).send("/claim", Map.of());
    FormElement form = (FormElement) manager.page().selectFirst("form[action$=" + task + "]");
    manager.post(form.absUrl("action"), PlainBrowser.values(form, Map.of()));
    assertThat(manager.path()).isEqualTo("/tasks");
  }

  private void wholeWay(String name, String first, String second) {
    Walk walk = new Walk("http://localhost:" + port, name);
    walk.signUp().signIn().apply("LNG").fillInApplication().pay();
    walk.nameEvaluators(first, second);
    walk.prepareToSit().startSitting().sit(Walk.rightAnswers());
    walk.evaluate(first, "4").evaluate(second, "3");
    walk.untilPageSays("awarded");
    byCode(name + "Code");
  }

  /** The same purchase by a code that is entered early, given back, and used for the price. */
  private void byCode(String name) {
    String code = room.codes(room.pack("AAA", 1)).get(0);
    Walk walk = new Walk("http://localhost:" + port, name);
    walk.signUp().signIn().apply("AAA").enterCode(code).giveCodeBack();
    walk.fillInApplication().enterCode(code);
  }
}
