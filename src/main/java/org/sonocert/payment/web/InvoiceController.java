package org.sonocert.payment.web;

import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.payment.invoice.Invoice;
import org.sonocert.payment.invoice.InvoiceAccount;
import org.sonocert.payment.invoice.Invoices;
import org.sonocert.payment.invoice.IssuingInvoices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets a candidate ask for an invoice, and read it. */
@Controller
class InvoiceController {
  private final IssuingInvoices issuing;
  private final Invoices invoices;
  private final InvoiceAccount account;
  private final Enrolments enrolments;
  private final Catalogue catalogue;
  private final CurrentPerson person;
  private final ProgrammeClock clock;

  InvoiceController(
      IssuingInvoices issuing,
      Invoices invoices,
      InvoiceAccount account,
      Enrolments enrolments,
      Catalogue catalogue,
      CurrentPerson person,
      ProgrammeClock clock) {
    this.issuing = issuing;
    this.invoices = invoices;
    this.account = account;
    this.enrolments = enrolments;
    this.catalogue = catalogue;
    this.person = person;
    this.clock = clock;
  }

  /** Asked twice, the first invoice stands. */
  @PostMapping("/pay/{id}/invoice")
  String ask(@PathVariable String id) {
    EnrolmentId enrolment = EnrolmentId.of(id);
    issuing.issue(person.id(), enrolment);
    return "redirect:/pay/" + enrolment + "/invoice";
  }

  @GetMapping("/pay/{id}/invoice")
  String page(@PathVariable String id, Model model) {
    Enrolment enrolment = enrolments.ownedBy(person.id(), EnrolmentId.of(id));
    Invoice invoice =
        invoices
            .latest(enrolment.id())
            .orElseThrow(() -> new Rejected(Rejection.notFound("invoice")));
    model.addAttribute("invoice", invoice);
    model.addAttribute("overdue", invoice.overdue(clock.now()));
    model.addAttribute("account", account.inWords());
    model.addAttribute("product", enrolment.product());
    model.addAttribute("productName", catalogue.nameOf(enrolment.product()));
    return "payment/invoice";
  }
}
