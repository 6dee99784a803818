package org.sonocert.peerevaluation;

import java.util.List;
import java.util.UUID;
import org.sonocert.enrolment.EnrolmentEnded;
import org.sonocert.peerevaluation.sealed.EvaluationDrafts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets go of everybody who is still asked when an enrolment ends, however it ends, in the
 * transaction that ends it. Whoever was written to is told.
 */
@Component
class ReleasingEvaluators {
  private final Nominations nominations;
  private final EvaluationDrafts drafts;
  private final EvaluatorMails mails;

  ReleasingEvaluators(Nominations nominations, EvaluationDrafts drafts, EvaluatorMails mails) {
    this.nominations = nominations;
    this.drafts = drafts;
    this.mails = mails;
  }

  @EventListener
  void on(EnrolmentEnded event) {
    List<Nomination> open =
        nominations.of(event.enrolment()).stream().filter(one -> one.state().open()).toList();
    if (open.isEmpty()) {
      return;
    }
    open.forEach(one -> nominations.ended(one, NominationState.RELEASED, event.endedAt()));
    drafts.forget(open.stream().map(one -> one.id().value()).toArray(UUID[]::new));
    mails.released(
        event.enrolment(), open.stream().filter(one -> one.invitedAt() != null).toList());
  }
}
