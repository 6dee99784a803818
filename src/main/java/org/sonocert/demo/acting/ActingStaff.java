package org.sonocert.demo.acting;

import java.util.Map;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the programme's people do in the Tasklist. */
@Component
@Profile("demo")
public class ActingStaff {
  private final FillingForms forms;

  ActingStaff(FillingForms forms) {
    this.forms = forms;
  }

  /** Decides a waiver. */
  public void decideWaiver(AccountId staff, EnrolmentId id, boolean granted) {
    forms.asStaff(
        staff,
        id,
        "check-waiver",
        Map.of(
            "waiverGranted", granted ? "yes" : "no",
            "waiverReason",
                granted
                    ? "The examination is recent enough."
                    : "The examination was passed more than five years ago."));
  }

  /** Answers a question. */
  public void answerQuestion(AccountId staff, EnrolmentId id, String answer) {
    forms.asStaff(staff, id, "answer-support-request", Map.of("supportAnswer", answer));
  }
}
