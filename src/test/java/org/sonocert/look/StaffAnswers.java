package org.sonocert.look;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;

/** A second manager answers all that waits in the Tasklist. */
final class StaffAnswers {
  private final PlainBrowser manager;

  StaffAnswers(String base) {
    manager =
        new PlainBrowser(base)
            .open("/login")
            .send(
                "/login", Map.of("email", "manager2@demo.example", "password", RealParts.PASSWORD));
  }

  void all(Wording words) {
    int answered = 0;
    for (String task : tasks()) {
      manager.open(task);
      if (manager.page().selectFirst("form[action$=/claim]") != null) {
        manager.send("/claim", Map.of());
        Map<String, String> answers = new HashMap<>();
        for (Element text : manager.page().select("form.task textarea[name]")) {
          answers.put(text.attr("name").substring(2), words.of("staff's answer", "Yes, you may."));
        }
        FormElement form = (FormElement) manager.page().selectFirst("form.task");
        manager.post(form.absUrl("action"), PlainBrowser.values(form, answers));
        if (manager.status() != 200) {
          throw new AssertionError(task + ": " + manager.status() + "\n" + manager.text());
        }
        answered++;
      }
    }
    if (answered == 0) {
      throw new AssertionError("Nothing to answer:\n" + manager.text());
    }
  }

  private List<String> tasks() {
    return manager.open("/tasks").page().select("ul.tasks span.name a").eachAttr("href");
  }
}
