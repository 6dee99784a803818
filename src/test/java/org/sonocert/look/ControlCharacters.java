package org.sonocert.look;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;

/** Types signs that no keyboard has into every text field of a page: no answer may be a failure. */
final class ControlCharacters {
  private static final String TYPED = "some\u0000 words\u0007\u001b[31m \u0085 of\ud800 mine";

  private final Eye eye;
  private final String base;
  private int forms;

  ControlCharacters(Eye eye, String base) {
    this.eye = eye;
    this.base = base;
  }

  /** How many forms were sent. */
  int sentBy(Applicants people, String enrolment) {
    PlainBrowser visitor = new PlainBrowser(base);
    for (String path : List.of("/signup", "/password/forgot", "/confirm", "/verify", "/login")) {
      send(visitor, path);
    }
    task(people.begins.candidate(), people.begins.enrolment());
    task(people.shows.candidate(), people.shows.enrolment());
    task(people.attests.candidate(), people.attests.enrolment());
    PlainBrowser candidate = people.prepares.candidate();
    send(candidate, "/me/codes");
    send(candidate, "/me/" + people.prepares.enrolment() + "/help");
    send(candidate, "/me/" + people.prepares.enrolment() + "/accommodation");
    send(people.pays.candidate(), "/pay/" + people.pays.enrolment() + "/demo-card");
    PlainBrowser manager = signedIn("manager1@demo.example");
    send(manager, "/programme/codes");
    send(manager, "/programme/money");
    send(manager, "/programme/enrolments/" + enrolment + "/exception");
    send(signedIn("admin1@demo.example"), "/admin/people/invite");
    send(signedIn("auditor1@demo.example"), "/audit?number=some%00words&from=%00&after=%00");
    send(manager, "/programme?product=%00&within=%00&turn=%00");
    return forms;
  }

  private void task(PlainBrowser candidate, String enrolment) {
    candidate.open("/me/" + enrolment);
    Element link = candidate.page().selectFirst("ul.tasks a[href*=/tasks/]");
    if (link != null) {
      send(candidate, link.absUrl("href"));
    }
  }

  private void send(PlainBrowser browser, String path) {
    judge(browser.open(path), "GET " + path);
    List<String> actions =
        browser.page().select("main form[method=post]").eachAttr("action").stream()
            .distinct()
            .toList();
    for (String action : actions) {
      browser.open(path);
      if (browser.page().select("form[action='" + action + "']").isEmpty()) {
        continue; // what was sent before has settled it
      }
      Map<String, String> typed = new HashMap<>();
      for (Element field :
          browser
              .page()
              .select("input[type=text], input[type=search], input:not([type]), textarea")) {
        typed.put(field.attr("name").replaceFirst("^a\\.", ""), TYPED);
      }
      judge(browser.send(action, typed), "POST " + action);
      forms++;
    }
  }

  private void judge(PlainBrowser browser, String what) {
    if (browser.status() >= 500) {
      eye.complaints().add(what + " with control characters answers " + browser.status());
    }
  }

  private PlainBrowser signedIn(String email) {
    return new PlainBrowser(base)
        .open("/login")
        .send("/login", Map.of("email", email, "password", RealParts.PASSWORD));
  }
}
