package org.sonocert.payment.web;

import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.CurrentPerson;
import org.sonocert.payment.refund.RefundRight;
import org.sonocert.payment.refund.Refunds;
import org.sonocert.payment.workflow.RefundProcess;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets a candidate read what cancelling means, and cancel. */
@Controller
class RefundController {
  private final RefundProcess process;
  private final RefundRight right;
  private final Refunds refunds;
  private final Enrolments enrolments;
  private final CurrentPerson person;

  RefundController(
      RefundProcess process,
      RefundRight right,
      Refunds refunds,
      Enrolments enrolments,
      CurrentPerson person) {
    this.process = process;
    this.right = right;
    this.refunds = refunds;
    this.enrolments = enrolments;
    this.person = person;
  }

  @GetMapping("/me/{id}/cancel")
  String before(@PathVariable String id, Model model) {
    Enrolment enrolment = enrolments.ownedBy(person.id(), EnrolmentId.of(id));
    if (refunds.of(enrolment.id()).isPresent()) {
      return "redirect:/me/" + enrolment.id();
    }
    RefundRight.Right now =
        right
            .of(enrolment)
            .orElseThrow(() -> new Rejected(Rejection.notFound("enrolment to cancel")));
    model.addAttribute("shown", new RefundPanel.Shown(enrolment.id(), null, now));
    return "payment/cancel";
  }

  /** Sent twice, the first answer stands; it is on the page to which this leads. */
  @PostMapping("/me/{id}/cancel")
  String cancel(@PathVariable String id) {
    EnrolmentId enrolment = EnrolmentId.of(id);
    process.ask(person.id(), enrolment);
    return "redirect:/me/" + enrolment + "#refund";
  }
}
