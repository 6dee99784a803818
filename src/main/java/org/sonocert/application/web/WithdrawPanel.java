package org.sonocert.application.web;

import org.jspecify.annotations.Nullable;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.web.EnrolmentPanel;
import org.springframework.stereotype.Component;

/** On the page of an open application: how to give it up. */
@Component
class WithdrawPanel implements EnrolmentPanel {
  private static final int LOW = 80;

  @Override
  public @Nullable View of(Enrolment enrolment) {
    return enrolment.state() == EnrolmentState.APPLYING
        ? new View("application/withdraw-panel", enrolment, LOW)
        : null;
  }
}
