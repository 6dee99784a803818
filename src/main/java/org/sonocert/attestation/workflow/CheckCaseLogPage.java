package org.sonocert.attestation.workflow;

import java.util.List;
import java.util.Locale;
import org.sonocert.attestation.AttestationAudit;
import org.sonocert.attestation.AttestationAudit.SentLog;
import org.sonocert.attestation.AttestationAudits;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.engine.TaskPage;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.identity.Accounts;
import org.springframework.stereotype.Component;

/** Shows whoever checks a log what was attested, and the log. */
@Component
class CheckCaseLogPage implements TaskPage {
  private final AttestationAudits audits;
  private final Enrolments enrolments;
  private final Accounts accounts;
  private final Catalogue catalogue;

  CheckCaseLogPage(
      AttestationAudits audits, Enrolments enrolments, Accounts accounts, Catalogue catalogue) {
    this.audits = audits;
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.catalogue = catalogue;
  }

  @Override
  public String formId() {
    return "check-case-log";
  }

  @Override
  public List<Fact> facts(TaskView task) {
    Enrolment enrolment = enrolments.get(task.enrolment());
    SentLog log = sent(task);
    return List.of(
        new Fact("Candidate", accounts.get(enrolment.candidate()).name()),
        new Fact("Product", catalogue.nameOf(enrolment.product())),
        new Fact("Applied on", Moments.inWords(enrolment.openedAt())),
        new Fact("Cases attested", Integer.toString(audits.attested(enrolment.id()))),
        new Fact("Cases in the log", Integer.toString(log.cases())),
        new Fact("Sent on", Moments.inWords(log.sentAt())));
  }

  @Override
  public List<Reading> readings(TaskView task, Locale locale) {
    SentLog log = sent(task);
    String about = log.cases() + " cases";
    return List.of(new Reading("", "Log of cases", "en", log.body().lines().toList(), about));
  }

  @Override
  public String consequence(TaskView task) {
    return "With no, the enrolment ends at once as ineligible. Who has not started gets the price"
        + " back; who has started does not. The candidate reads your reason and may appeal.";
  }

  private SentLog sent(TaskView task) {
    return audits.of(task.enrolment()).map(AttestationAudit::log).orElseThrow();
  }
}
