package org.sonocert.look;

import java.util.ArrayList;
import java.util.List;
import org.sonocert.look.Visit.Person;

/** The pages that everybody may read, and the account that everybody who signs in has. */
final class OpenPages {
  private OpenPages() {}

  /** What a visitor reads, and whoever is signed in as well. */
  static List<Visit> publicOnes(Person who, String serial) {
    List<Visit> visits = new ArrayList<>();
    visits.add(Visit.to(who, "/", "home", "/"));
    visits.add(Visit.to(who, "/catalogue", "catalogue", "/catalogue"));
    visits.add(Visit.to(who, "/catalogue/{code}", "product", "/catalogue/LNG"));
    visits.add(Visit.to(who, "/rules", "rules", "/rules"));
    visits.add(Visit.to(who, "/guide", "guide", "/guide"));
    visits.add(Visit.to(who, "/guide/{code}", "guide-of-product", "/guide/LNG"));
    visits.add(Visit.to(who, "/people", "people", "/people"));
    visits.add(Visit.to(who, "/preparation", "preparation", "/preparation"));
    visits.add(Visit.to(who, "/system-check", "system-check", "/system-check"));
    visits.add(Visit.to(who, "/notices", "notices", "/notices"));
    visits.add(Visit.to(who, "/help", "help", "/help"));
    visits.add(Visit.to(who, "/verify", "verify", "/verify"));
    visits.add(Visit.to(who, "/verify/{serial}", "verified", "/verify/" + serial));
    visits.add(Visit.to(who, "/login", "login", "/login"));
    visits.add(Visit.to(who, "/signup", "signup", "/signup"));
    visits.add(Visit.to(who, "/signup/sent", "signup-sent", "/signup/sent"));
    visits.add(Visit.to(who, "/confirm", "confirm-again", "/confirm"));
    visits.add(Visit.to(who, "/password/forgot", "password-forgot", "/password/forgot"));
    visits.add(Visit.to(who, "/password/sent", "password-sent", "/password/sent"));
    visits.add(
        new Visit(
            who,
            "/first-administrator",
            "first-admin-there-is-one",
            page -> page.navigate("/first-administrator"),
            false,
            404));
    visits.add(Visit.to(who, "/demo/mailbox", "mailbox", "/demo/mailbox"));
    visits.add(
        Visit.by(
            who,
            "/demo/mailbox/{id}",
            "mail",
            page -> {
              page.navigate("/demo/mailbox?to=maren%40walk.example");
              page.locator("main a[href*='/demo/mailbox/']").first().click();
            }));
    visits.add(Visit.to(who, "/demo/clock", "clock", "/demo/clock"));
    visits.add(Visit.to(who, "/demo/card-company", "card-company", "/demo/card-company"));
    return visits;
  }

  /** The account's pages. */
  static List<Visit> account(Person who) {
    return List.of(
        Visit.to(who, "/account", "account", "/account"),
        Visit.to(who, "/account/password", "account-password", "/account/password"),
        Visit.to(who, "/account/addresses", "account-addresses", "/account/addresses"),
        Visit.to(who, "/account/two-step", "two-step", "/account/two-step"),
        Visit.to(who, "/account/export", "account-export", "/account/export"),
        Visit.to(who, "/account/confirm", "account-confirm", "/account/confirm"));
  }
}
