package org.sonocert.payment.workflow;

import java.util.Map;
import java.util.Objects;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.sonocert.payment.ReturnedMoney;
import org.sonocert.payment.refund.Refund;
import org.sonocert.payment.refund.Refund.Return;
import org.sonocert.payment.refund.Refunds;
import org.springframework.stereotype.Component;

/** Takes the form on which a member of staff says that a refund was paid by hand. */
@Component
class PayingBackByHand implements AnswerHandler {
  private final Refunds refunds;
  private final ReturnedMoney money;

  PayingBackByHand(Refunds refunds, ReturnedMoney money) {
    this.refunds = refunds;
    this.money = money;
  }

  @Override
  public String formId() {
    return "pay-back-by-hand";
  }

  @Override
  public boolean afterTheEnd() {
    return true;
  }

  @Override
  public Map<String, Object> accept(Submission submission) {
    Return back = refunds.of(submission.enrolment()).map(Refund::returned).orElseThrow();
    money.givenBackByHand(back.paid().intent());
    refunds.byHand(
        submission.enrolment(),
        Objects.requireNonNull(submission.person()),
        submission.text("paybackReference"));
    return Map.of();
  }
}
