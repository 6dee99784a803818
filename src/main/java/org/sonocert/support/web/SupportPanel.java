package org.sonocert.support.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.sonocert.core.EnrolmentId;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Moments;
import org.sonocert.support.SupportRequest;
import org.sonocert.support.SupportRequests;
import org.sonocert.web.EnrolmentPanel;
import org.springframework.stereotype.Component;

/** On the page of an enrolment: where to get help, and what was asked and answered. */
@Component
class SupportPanel implements EnrolmentPanel {
  private static final int LAST = 95;

  private final SupportRequests requests;

  SupportPanel(SupportRequests requests) {
    this.requests = requests;
  }

  /**
   * What the panel says.
   *
   * @param started whether the enrolment runs and can only be withdrawn, no longer cancelled
   */
  record Shown(EnrolmentId enrolment, List<SupportRequest> requests, boolean started) {

    /** A day in the reader's language. */
    public String day(Instant at, Locale locale) {
      return Moments.day(at, locale);
    }

    /** A text by lines, as it was typed. */
    public List<String> lines(String text) {
      return text.lines().filter(line -> !line.isBlank()).toList();
    }
  }

  @Override
  public View of(Enrolment enrolment) {
    boolean started = enrolment.state() == EnrolmentState.ACTIVE && enrolment.startedAt() != null;
    Shown shown = new Shown(enrolment.id(), requests.of(enrolment.id()), started);
    return new View("support/panel", shown, LAST);
  }
}
