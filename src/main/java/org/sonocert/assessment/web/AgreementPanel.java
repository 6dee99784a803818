package org.sonocert.assessment.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sonocert.assessment.agreement.Agreements;
import org.sonocert.assessment.agreement.Agreements.Accepted;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.web.EnrolmentPanel;
import org.springframework.stereotype.Component;

/** On the page of an enrolment: what its candidate accepted before the first start, as it stood. */
@Component
class AgreementPanel implements EnrolmentPanel {
  private static final int BELOW_THE_WORK = 87;

  private final Agreements agreements;

  AgreementPanel(Agreements agreements) {
    this.agreements = agreements;
  }

  @Override
  public @Nullable View of(Enrolment enrolment) {
    List<Accepted> accepted =
        enrolment.release() == null ? List.of() : agreements.of(enrolment.id());
    return accepted.isEmpty()
        ? null
        : new View("assessment/agreement-panel", accepted, BELOW_THE_WORK);
  }
}
