package org.sonocert.payment.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.payment.events.ProviderEvents;
import org.sonocert.payment.owed.OrderForm;
import org.sonocert.payment.owed.OwingRefunds;
import org.sonocert.payment.web.MoneyPage.Refused;
import org.sonocert.payment.workflow.SettlingInvoices;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What programme managers do with money: invoices, owed refunds, messages that failed. */
@Controller
@RequestMapping("/programme/money")
class MoneyController {
  private final MoneyPage page;
  private final SettlingInvoices invoices;
  private final OwingRefunds refunds;
  private final ProviderEvents events;
  private final CurrentPerson person;

  MoneyController(
      MoneyPage page,
      SettlingInvoices invoices,
      OwingRefunds refunds,
      ProviderEvents events,
      CurrentPerson person) {
    this.page = page;
    this.invoices = invoices;
    this.refunds = refunds;
    this.events = events;
    this.person = person;
  }

  @GetMapping
  ModelAndView show(@RequestParam(required = false) @Nullable String month) {
    return page.show(month);
  }

  @PostMapping("/invoices/{id}/paid")
  ModelAndView paid(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "") String paidOn) {
    return done(
        id,
        Map.of("reference", reference, "paidOn", paidOn),
        () ->
            invoices.paid(
                person.id(),
                MoneyInput.id(id),
                MoneyInput.reference(reference),
                MoneyInput.day(paidOn)));
  }

  @PostMapping("/invoices/{id}/cancel")
  ModelAndView cancel(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
    return done(
        id,
        Map.of("reason", reason),
        () -> invoices.cancel(person.id(), MoneyInput.id(id), MoneyInput.reason(reason)));
  }

  @PostMapping("/refunds")
  ModelAndView order(@ModelAttribute OrderForm typed) {
    try {
      refunds.order(person.id(), typed);
      return back();
    } catch (Rejected e) {
      return page.again(refused("order", e, Map.of()), typed);
    }
  }

  @PostMapping("/refunds/{id}/decide")
  ModelAndView decide(@PathVariable String id, @RequestParam boolean approved) {
    return done(id, Map.of(), () -> refunds.decide(person.id(), MoneyInput.id(id), approved));
  }

  @PostMapping("/refunds/{id}/paid-back")
  ModelAndView paidBack(
      @PathVariable String id, @RequestParam(defaultValue = "") String reference) {
    return done(
        id,
        Map.of("reference", reference),
        () -> refunds.givenBack(MoneyInput.id(id), MoneyInput.reference(reference)));
  }

  /** A message that was worked off meanwhile needs no further try. */
  @PostMapping("/events/{id}/again")
  ModelAndView again(@PathVariable String id) {
    events.tryAgain(id);
    return back();
  }

  private ModelAndView done(String about, Map<String, String> typed, Runnable work) {
    try {
      work.run();
      return back();
    } catch (Rejected e) {
      if (e.rejection().kind() == Rejection.Kind.NOT_FOUND) {
        throw e;
      }
      return page.again(refused(about, e, typed));
    }
  }

  private static Refused refused(String about, Rejected e, Map<String, String> typed) {
    HttpStatus status = HttpStatus.valueOf(e.rejection().kind().status());
    return new Refused(about, e.rejection().reason(), status, typed);
  }

  private static ModelAndView back() {
    return new ModelAndView("redirect:/programme/money");
  }
}
