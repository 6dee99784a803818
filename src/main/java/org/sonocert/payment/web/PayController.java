package org.sonocert.payment.web;

import java.util.Optional;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.catalogue.RulesInForce;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.payment.PaymentAttempts;
import org.sonocert.payment.Quote;
import org.sonocert.payment.Quotes;
import org.sonocert.payment.codes.HoldingCodes;
import org.sonocert.payment.invoice.InvoiceAccount;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the candidate reads before paying, and the choice of how to pay. */
@Controller
class PayController {
  private final PaymentAttempts attempts;
  private final Quotes quotes;
  private final Enrolments enrolments;
  private final Catalogue catalogue;
  private final RulesInForce rules;
  private final InvoiceAccount invoices;
  private final HoldingCodes codes;
  private final CurrentPerson person;
  private final ProgrammeClock clock;

  PayController(
      PaymentAttempts attempts,
      Quotes quotes,
      Enrolments enrolments,
      Catalogue catalogue,
      RulesInForce rules,
      InvoiceAccount invoices,
      HoldingCodes codes,
      CurrentPerson person,
      ProgrammeClock clock) {
    this.attempts = attempts;
    this.quotes = quotes;
    this.enrolments = enrolments;
    this.catalogue = catalogue;
    this.rules = rules;
    this.invoices = invoices;
    this.codes = codes;
    this.person = person;
    this.clock = clock;
  }

  @GetMapping("/pay/{id}")
  String page(@PathVariable String id, Model model) {
    Enrolment enrolment = enrolments.ownedBy(person.id(), EnrolmentId.of(id));
    if (enrolment.state() != EnrolmentState.APPLYING) {
      return "redirect:/me/" + id;
    }
    Optional<Quote> quote = quotes.latest(enrolment.id()).filter(q -> q.validAt(clock.now()));
    if (quote.isEmpty()) {
      return "redirect:/me/" + id;
    }
    model.addAttribute("enrolment", enrolment);
    model.addAttribute("quote", quote.get());
    model.addAttribute("productName", catalogue.nameOf(enrolment.product()));
    model.addAttribute(
        "rules", rules.lines(quote.get().release(), catalogue.described(enrolment.product())));
    model.addAttribute("providers", attempts.providers());
    model.addAttribute("invoices", invoices.offered());
    model.addAttribute("held", codes.of(enrolment.id()).orElse(null));
    return "payment/pay";
  }

  /** Only the way to pay comes from the browser; the price is the quote's. */
  @PostMapping("/pay/{id}")
  String pay(@PathVariable String id, @RequestParam String provider) {
    AccountId candidate = person.id();
    return "redirect:" + attempts.begin(candidate, EnrolmentId.of(id), provider);
  }
}
