package org.sonocert.payment.workflow;

import java.util.List;
import java.util.Locale;
import org.sonocert.engine.TaskPage;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Moments;
import org.sonocert.payment.Charge;
import org.sonocert.payment.Intent;
import org.sonocert.payment.PaymentAttempts;
import org.sonocert.payment.refund.Refund;
import org.sonocert.payment.refund.Refund.Return;
import org.sonocert.payment.refund.Refunds;
import org.springframework.stereotype.Component;

/** Shows whoever pays back by hand what to pay, where, and what the provider says of it now. */
@Component
class PayBackByHandPage implements TaskPage {
  private final Refunds refunds;
  private final PaymentAttempts attempts;

  PayBackByHandPage(Refunds refunds, PaymentAttempts attempts) {
    this.refunds = refunds;
    this.attempts = attempts;
  }

  @Override
  public String formId() {
    return "pay-back-by-hand";
  }

  @Override
  public List<Fact> facts(TaskView task) {
    return refunds.of(task.enrolment()).map(Refund::returned).map(this::rows).orElse(List.of());
  }

  @Override
  public String consequence(TaskView task) {
    return "The candidate is told that the money is on its way. Look twice: money that was paid"
        + " twice does not come back by itself.";
  }

  private List<Fact> rows(Return back) {
    Intent intent = attempts.get(back.paid().intent());
    return List.of(
        new Fact("Amount", back.amount(Locale.ENGLISH)),
        new Fact("To", back.instrument()),
        new Fact("Provider", intent.provider()),
        new Fact("Its reference", String.valueOf(intent.reference())),
        new Fact("The provider says", said(intent)),
        new Fact("Promised by", Moments.inWords(back.dueAt())));
  }

  private String said(Intent intent) {
    try {
      return attempts.lookup(intent).state() == Charge.State.GIVEN_BACK
          ? "It has given the money back. Do not pay; this task goes away within a minute."
          : "It has not given the money back.";
    } catch (RuntimeException e) {
      return "It cannot be asked now. Look into its own books before you pay.";
    }
  }
}
