package org.sonocert.payment.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Moments;
import org.sonocert.payment.refund.Refund;
import org.sonocert.payment.refund.RefundRight;
import org.sonocert.payment.refund.RefundRight.Right;
import org.sonocert.payment.refund.Refunds;
import org.sonocert.web.EnrolmentPanel;
import org.springframework.stereotype.Component;

/** On the page of an enrolment: whether it can be cancelled and why, or what was answered. */
@Component
class RefundPanel implements EnrolmentPanel {
  private static final int BELOW_THE_WORK = 85;

  private final Refunds refunds;
  private final RefundRight rights;

  RefundPanel(Refunds refunds, RefundRight rights) {
    this.refunds = refunds;
    this.rights = rights;
  }

  /**
   * What the panel says.
   *
   * @param answer what was answered, null while nobody asked
   * @param right what would be answered, null once it was
   */
  record Shown(EnrolmentId enrolment, @Nullable Refund answer, @Nullable Right right) {

    /** A day in the reader's language. */
    public String day(Instant at, Locale locale) {
      return Moments.day(at, locale);
    }
  }

  @Override
  public @Nullable View of(Enrolment enrolment) {
    if (enrolment.release() == null) {
      return null;
    }
    Optional<Refund> answer = refunds.of(enrolment.id());
    if (answer.isPresent()) {
      return view(new Shown(enrolment.id(), answer.get(), null));
    }
    boolean over = enrolment.state().ended() || enrolment.state() == EnrolmentState.DECIDING;
    return over
        ? null
        : rights
            .of(enrolment)
            .filter(right -> right.money() == null || !right.money().disputed())
            .map(right -> view(new Shown(enrolment.id(), null, right)))
            .orElse(null);
  }

  private static View view(Shown shown) {
    return new View("payment/refund-panel", shown, BELOW_THE_WORK);
  }
}
