package org.sonocert.payment.workflow;

import org.sonocert.core.Step;
import org.sonocert.engine.StepContext;
import org.sonocert.engine.UtcDurations;
import org.sonocert.payment.PreparingQuotes;
import org.sonocert.payment.Quote;
import org.springframework.stereotype.Component;

/** What the application's diagram calls for a quote. */
@Component
class QuoteSteps {
  private final PreparingQuotes quoting;

  QuoteSteps(PreparingQuotes quoting) {
    this.quoting = quoting;
  }

  @Step(
      label = "Prepare quote",
      description = "Freezes price, rules in force and the window's last day for a while.",
      reads = "quoteValidFor",
      writes = "quoteExpiresAt")
  void prepareQuote(StepContext step) {
    Quote quote =
        quoting.prepare(step.enrolmentId(), UtcDurations.parse(step.requiredText("quoteValidFor")));
    step.set("quoteExpiresAt", quote.expiresAt().toString());
  }
}
