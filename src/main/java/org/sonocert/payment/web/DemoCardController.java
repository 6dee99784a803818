package org.sonocert.payment.web;

import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.payment.Charge;
import org.sonocert.payment.DemoCards;
import org.sonocert.payment.Intent;
import org.sonocert.payment.PaymentAttempts;
import org.sonocert.payment.Purchase;
import org.sonocert.payment.workflow.PurchaseProcess;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the demo's card company. It moves no money and exists in the demo only. */
@Controller
@Profile("demo")
class DemoCardController {
  private final PaymentAttempts attempts;
  private final DemoCards cards;
  private final PurchaseProcess purchases;
  private final Enrolments enrolments;
  private final Catalogue catalogue;
  private final CurrentPerson person;

  DemoCardController(
      PaymentAttempts attempts,
      DemoCards cards,
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

  @GetMapping("/pay/{id}/demo-card")
  String page(@PathVariable String id, Model model) {
    PaymentAttempts.OnPage found = found(id);
    Intent intent = found.intent();
    if (intent.state() != Intent.State.OPEN || found.overtaken()) {
      return "redirect:/me/" + id;
    }
    if (intent.reference() == null) {
      return "redirect:/pay/" + id;
    }
    fill(model, intent);
    return "payment/demo-card";
  }

  @PostMapping("/pay/{id}/demo-card")
  ModelAndView pay(@PathVariable String id, @RequestParam String cardNumber) {
    PaymentAttempts.OnPage found = found(id);
    Intent intent = found.intent();
    if (found.overtaken()) { // no card is charged for what a code has paid meanwhile
      return new ModelAndView("redirect:/me/" + id);
    }
    if (intent.reference() == null) {
      return new ModelAndView("redirect:/pay/" + id);
    }
    Purchase purchase;
    try {
      Charge charge = cards.charge(intent.reference(), cardNumber);
      purchase = purchases.confirm(intent, charge);
    } catch (Rejected mistyped) {
      return again(intent, mistyped.rejection().reason());
    }
    return switch (purchase.state()) {
      case OPENED -> new ModelAndView("redirect:/me/" + id);
      case DECLINED -> again(intent, purchase.message());
      case RETURNED -> returned(intent, purchase);
      case WAITING -> new ModelAndView("redirect:/pay/" + id);
    };
  }

  private ModelAndView again(Intent intent, String problem) {
    var page = new ModelAndView("payment/demo-card", HttpStatus.UNPROCESSABLE_CONTENT);
    fill(page, intent);
    page.addObject("problem", problem);
    return page;
  }

  private ModelAndView returned(Intent intent, Purchase purchase) {
    var page = new ModelAndView("payment/returned", HttpStatus.CONFLICT);
    fill(page, intent);
    page.addObject("reason", purchase.message());
    return page;
  }

  private void fill(ModelAndView page, Intent intent) {
    fill(intent, page.getModelMap()::addAttribute);
  }

  private void fill(Model model, Intent intent) {
    fill(intent, model::addAttribute);
  }

  private void fill(Intent intent, java.util.function.BiConsumer<String, Object> model) {
    model.accept("intent", intent);
    model.accept("productName", catalogue.nameOf(enrolments.get(intent.enrolment()).product()));
  }

  private PaymentAttempts.OnPage found(String id) {
    return attempts
        .onPage(person.id(), EnrolmentId.of(id), cards.name())
        .orElseThrow(() -> new Rejected(Rejection.notFound("payment")));
  }
}
