package org.sonocert.payment.codes.web;

import org.jspecify.annotations.Nullable;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.payment.codes.HoldingCodes;
import org.sonocert.payment.codes.HoldingCodes.Held;
import org.sonocert.web.EnrolmentPanel;
import org.springframework.stereotype.Component;

/**
 * On the page of an enrolment: the code it has reserved or was paid with, or where to enter one.
 */
@Component
class CodePanel implements EnrolmentPanel {
  private static final int LOW = 70;

  private final HoldingCodes holding;

  CodePanel(HoldingCodes holding) {
    this.holding = holding;
  }

  /** What the panel shows; held is null while there is no code. */
  record Shown(Enrolment enrolment, @Nullable Held held) {}

  @Override
  public @Nullable View of(Enrolment enrolment) {
    Held held = holding.of(enrolment.id()).orElse(null);
    return held != null || enrolment.state() == EnrolmentState.APPLYING
        ? new View("payment/codes/panel", new Shown(enrolment, held), LOW)
        : null;
  }
}
