package org.sonocert.exceptions.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Moments;
import org.sonocert.exceptions.WindowException;
import org.sonocert.exceptions.WindowExceptions;
import org.sonocert.web.EnrolmentPanel;
import org.springframework.stereotype.Component;

/** On the page of an enrolment: what was added to its window and why, and how to ask for more. */
@Component
class ExceptionPanel implements EnrolmentPanel {
  private static final int BELOW_THE_WORK = 83;

  private final WindowExceptions exceptions;

  ExceptionPanel(WindowExceptions exceptions) {
    this.exceptions = exceptions;
  }

  /**
   * What the panel says.
   *
   * @param open whether something can still be asked for
   */
  record Shown(EnrolmentId enrolment, List<WindowException> exceptions, boolean open) {

    /** A day in the reader's language. */
    public String day(Instant at, Locale locale) {
      return Moments.day(at, locale);
    }
  }

  @Override
  public @Nullable View of(Enrolment enrolment) {
    boolean open =
        enrolment.state() == EnrolmentState.APPLYING || enrolment.state() == EnrolmentState.ACTIVE;
    List<WindowException> seen =
        exceptions.of(enrolment.id()).stream().filter(one -> shown(one, enrolment)).toList();
    return seen.isEmpty() && !open
        ? null
        : new View("exceptions/panel", new Shown(enrolment.id(), seen, open), BELOW_THE_WORK);
  }

  /** What only managers talk about is shown once it changes something. */
  private static boolean shown(WindowException one, Enrolment enrolment) {
    WindowException.Decision decision = one.decision();
    return one.requestedBy().equals(enrolment.candidate())
        || one.wish().supportRequest() != null
        || (decision != null && decision.outcome() == WindowException.Outcome.GRANTED);
  }
}
