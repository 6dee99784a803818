package org.sonocert.payment.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.payment.DisputeSaid.Phase;
import org.sonocert.payment.dispute.CardDispute;
import org.sonocert.payment.dispute.CardDisputes;
import org.sonocert.web.EnrolmentPanel;
import org.springframework.stereotype.Component;

/** On the page of an enrolment: that its payment is disputed, what waits because of it, and how. */
@Component
class DisputePanel implements EnrolmentPanel {
  private static final int HIGH = 5;

  private final CardDisputes disputes;

  DisputePanel(CardDisputes disputes) {
    this.disputes = disputes;
  }

  /**
   * What the panel says.
   *
   * @param says key of the words: what the dispute means for this enrolment now
   */
  record Shown(CardDispute dispute, String says) {}

  @Override
  public @Nullable View of(Enrolment enrolment) {
    if (enrolment.release() == null) {
      return null;
    }
    List<CardDispute> all = disputes.of(enrolment.id());
    return all.stream()
        .filter(d -> !d.phase().decided())
        .findFirst()
        .or(() -> all.stream().filter(d -> d.phase() == Phase.LOST).findFirst())
        .map(d -> new View("payment/dispute-panel", new Shown(d, says(d, enrolment)), HIGH))
        .orElse(null);
  }

  private static String says(CardDispute dispute, Enrolment enrolment) {
    if (dispute.phase().decided()) {
      return enrolment.state() == EnrolmentState.CERTIFIED ? "lost.awarded" : "lost";
    }
    if (enrolment.state() == EnrolmentState.DECIDING) {
      return "open.held";
    }
    return enrolment.state().ended() ? "open.ended" : "open";
  }
}
