package org.sonocert.assessment;

import java.time.Instant;
import java.util.Map;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands a sitting in, in the transaction that completes its task. */
@Service
public class FinishingSittings {
  private final OpenWindow window;
  private final Sittings sittings;
  private final TestForms forms;
  private final AuditTrail audit;

  FinishingSittings(OpenWindow window, Sittings sittings, TestForms forms, AuditTrail audit) {
    this.window = window;
    this.sittings = sittings;
    this.forms = forms;
    this.audit = audit;
  }

  /**
   * Hands the sitting in.
   *
   * @throws Rejected while questions are open, or after the window has ended
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void finish(AccountId candidate, EnrolmentId id) {
    Enrolment enrolment = window.lock(candidate, id);
    Instant now = window.openNow(enrolment, "the sitting was not handed in");
    Sitting sitting =
        sittings
            .of(id)
            .orElseThrow(
                () ->
                    new Rejected(
                        Rejection.conflict(
                            "not-started", "Start the assessment first; it is not started yet.")));
    Progress progress = sitting.progressIn(forms.get(sitting.form()));
    if (!progress.complete()) {
      throw new Rejected(Rejection.conflict("questions-open", open(progress)));
    }
    sittings.finish(sitting, now);
    audit.note(
        id,
        new Change("sitting-finished", Map.of("answers", progress.total(), "at", now.toString())));
  }

  private static String open(Progress progress) {
    int left = progress.total() - progress.answered();
    return left == 1
        ? "One question is still open. Answer it, then finish."
        : left + " questions are still open. Answer them, then finish.";
  }
}
