package org.sonocert.enrolment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.EnrolmentId;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.sonocert.notification.Mail;
import org.sonocert.notification.Outbox;
import org.springframework.stereotype.Service;

/** Letters to the candidate of an enrolment, posted with the change that causes them. */
@Service
public class CandidateLetters {
  private final Enrolments enrolments;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final Outbox outbox;

  CandidateLetters(Enrolments enrolments, Accounts accounts, Catalogue catalogue, Outbox outbox) {
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.outbox = outbox;
  }

  /**
   * Posts a letter; its occurrence is the enrolment and the occasion, so that it is sent once.
   * Nothing is posted once the candidate's death was reported.
   *
   * @param model beside {@code name}, {@code product} and {@code link}, which every letter has
   */
  public void post(EnrolmentId id, String kind, String occasion, Map<String, String> model) {
    Enrolment enrolment = enrolments.get(id);
    post(enrolment, accounts.get(enrolment.candidate()), kind, occasion, model);
  }

  /** The same, for a caller who has read both already. */
  public void post(
      Enrolment enrolment,
      Account candidate,
      String kind,
      String occasion,
      Map<String, String> model) {
    if (enrolment.silent()) {
      return;
    }
    Map<String, String> all = new LinkedHashMap<>(model);
    all.put("name", candidate.name());
    all.put("product", catalogue.nameOf(enrolment.product()));
    all.put("link", "/me/" + enrolment.id());
    outbox.post(
        new Mail(
            kind,
            occasion.isEmpty() ? enrolment.id().toString() : enrolment.id() + ":" + occasion,
            candidate.mailbox(),
            candidate.locale(),
            all,
            enrolment.id()));
  }
}
