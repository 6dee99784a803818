package org.sonocert.payment.web;

import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.payment.Charge;
import org.sonocert.payment.Intent;
import org.sonocert.payment.PaymentAttempts;
import org.sonocert.payment.Purchase;
import org.sonocert.payment.stripe.StripeCards;
import org.sonocert.payment.stripe.WithStripe;
import org.sonocert.payment.workflow.PurchaseProcess;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page that leads to the card company's and to which it leads back. It says how far the payment
 * is; a look at the company's answer is asked for by a button, since opening a page changes
 * nothing.
 */
@Controller
@WithStripe
class StripePageController {
  private final PaymentAttempts attempts;
  private final StripeCards cards;
  private final PurchaseProcess purchases;
  private final Enrolments enrolments;
  private final Catalogue catalogue;
  private final CurrentPerson person;

  StripePageController(
      PaymentAttempts attempts,
      StripeCards cards,
      PurchaseProcess purchases,
      Enrolments enrolments,
      Catalogue catalogue,
      CurrentPerson person) {
    this.attempts = attempts;
    this.cards = cards;
    this.purchases = purchases;
    this.enrolments = enrolments;
    this.catalogue = catalogue;
    this.person = person;
  }

  @GetMapping("/pay/{id}/stripe")
  ModelAndView page(@PathVariable String id) {
    PaymentAttempts.OnPage found = found(id);
    Intent intent = found.intent();
    return switch (intent.state()) {
      case RETURNED -> returned(intent, String.valueOf(intent.returnReason()));
      case CAPTURED, ABANDONED -> new ModelAndView("redirect:/me/" + intent.enrolment());
      case OPEN ->
          intent.reference() == null
              ? new ModelAndView("redirect:/pay/" + intent.enrolment())
              : open(found, intent.reference());
    };
  }

  /** Asks the card company, and books what it says. */
  @PostMapping("/pay/{id}/stripe")
  ModelAndView look(@PathVariable String id) {
    Intent intent = found(id).intent();
    Purchase purchase = purchases.confirm(intent);
    return switch (purchase.state()) {
      case OPENED -> new ModelAndView("redirect:/me/" + intent.enrolment());
      case RETURNED -> returned(intent, purchase.message());
      case DECLINED, WAITING -> new ModelAndView("redirect:/pay/" + intent.enrolment() + "/stripe");
    };
  }

  private ModelAndView open(PaymentAttempts.OnPage found, String reference) {
    Intent intent = found.intent();
    Charge charge = attempts.lookup(intent);
    if (charge.state() != Charge.State.SUCCEEDED && found.overtaken()) {
      return new ModelAndView("redirect:/me/" + intent.enrolment());
    }
    var page = new ModelAndView("payment/stripe");
    fill(page, intent);
    page.addObject("charge", charge);
    page.addObject("cardPage", cards.pageOf(reference));
    return page;
  }

  private ModelAndView returned(Intent intent, String reason) {
    var page = new ModelAndView("payment/returned", HttpStatus.CONFLICT);
    fill(page, intent);
    page.addObject("reason", reason);
    return page;
  }

  private void fill(ModelAndView page, Intent intent) {
    page.addObject("intent", intent);
    page.addObject("productName", catalogue.nameOf(enrolments.get(intent.enrolment()).product()));
  }

  private PaymentAttempts.OnPage found(String id) {
    return attempts
        .onPage(person.id(), EnrolmentId.of(id), StripeCards.NAME)
        .orElseThrow(() -> new Rejected(Rejection.notFound("payment")));
  }
}
