package org.sonocert.peerevaluation.workflow;

import java.util.Map;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.ProcessSignals;
import org.sonocert.peerevaluation.EvaluatorNominated;
import org.sonocert.peerevaluation.EvaluatorStoodDown;
import org.sonocert.peerevaluation.NominationState;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the running process what happened to an evaluator. */
@Component
class PeerEvaluationProcess {
  private final ProcessSignals signals;

  PeerEvaluationProcess(ProcessSignals signals) {
    this.signals = signals;
  }

  @EventListener
  void on(EvaluatorNominated event) {
    boolean waited =
        signals.signal(
            event.enrolment(),
            "Message_EvaluatorNominated",
            Map.of("nomineeId", event.nominee().toString()));
    if (!waited) {
      throw new Rejected(
          Rejection.gone("two-are-in", "Two evaluations are in, so nobody else is needed."));
    }
  }

  /** Only a candidate's wish is refused when nobody waits; a decline then changes nothing more. */
  @EventListener
  void on(EvaluatorStoodDown event) {
    boolean waited =
        signals.signalAbout(
            event.enrolment(), "Message_EvaluatorStoodDown", event.nominee().toString(), Map.of());
    if (!waited && event.state() == NominationState.REPLACED) {
      throw new Rejected(
          Rejection.conflict(
              "nothing-to-replace",
              "This evaluator cannot be replaced now: either two evaluations are in, or the"
                  + " invitation is still being sent. In the second case try again in a minute."));
    }
  }
}
