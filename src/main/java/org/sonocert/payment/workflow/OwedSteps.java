package org.sonocert.payment.workflow;

import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Step;
import org.sonocert.engine.StepContext;
import org.sonocert.payment.codes.ReturningCodes;
import org.sonocert.payment.owed.OwedRefund;
import org.sonocert.payment.owed.OwingRefunds;
import org.springframework.stereotype.Component;

/** What a diagram calls when the programme owes the price by a rule of its own. */
@Component
class OwedSteps {
  private static final String RULE = "ineligible before the assessment was started";

  private final OwingRefunds owing;
  private final ReturningCodes codes;
  private final ProgrammeClock clock;

  OwedSteps(OwingRefunds owing, ReturningCodes codes, ProgrammeClock clock) {
    this.owing = owing;
    this.codes = codes;
    this.clock = clock;
  }

  @Step(
      label = "Owe the refund",
      description =
          "Owes the price of an enrolment that ended as ineligible before its start: money goes"
              + " back by the way it came, an enrollment code to its package.")
  void oweRefund(StepContext step) {
    owing.oweByRule(step.enrolmentId(), OwedRefund.Reason.INELIGIBLE, RULE);
    codes.giveBack(step.enrolmentId(), clock.now());
  }
}
