package org.sonocert.payment.workflow;

import org.sonocert.payment.Charge;
import org.sonocert.payment.Intent;
import org.sonocert.payment.PaymentAttempts;
import org.springframework.stereotype.Service;

/** Brings one attempt to where its money is, as its provider says when it is asked. */
@Service
public class SettlingPayments {
  private final PaymentAttempts attempts;
  private final PurchaseProcess purchases;
  private final ReturningSoon returning;

  SettlingPayments(PaymentAttempts attempts, PurchaseProcess purchases, ReturningSoon returning) {
    this.attempts = attempts;
    this.purchases = purchases;
    this.returning = returning;
  }

  /** Opens, gives back, closes or leaves waiting; often is the same as once. */
  void settle(Intent intent) {
    switch (intent.state()) {
      case RETURNED -> returning.giveBack(intent);
      case OPEN -> open(intent);
      case ABANDONED -> purchases.confirm(intent);
      case CAPTURED -> {
        // what follows a purchase comes from our side
      }
    }
  }

  private void open(Intent intent) {
    Charge.State state =
        intent.reference() == null ? Charge.State.WAITING : attempts.lookup(intent).state();
    if (state == Charge.State.SUCCEEDED) {
      purchases.confirm(intent);
    } else if (!attempts.inTime(intent)) {
      attempts.abandon(intent).ifPresent(charge -> purchases.confirm(intent, charge));
    }
  }
}
