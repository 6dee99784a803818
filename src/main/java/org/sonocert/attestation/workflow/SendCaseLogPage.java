package org.sonocert.attestation.workflow;

import java.util.List;
import java.util.Locale;
import org.sonocert.attestation.AttestationAudits;
import org.sonocert.engine.TaskPage;
import org.sonocert.engine.TaskView;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Shows the candidate how many cases were attested, and what follows without a log. */
@Component
class SendCaseLogPage implements TaskPage {
  private final AttestationAudits audits;
  private final MessageSource words;

  SendCaseLogPage(AttestationAudits audits, MessageSource words) {
    this.audits = audits;
    this.words = words;
  }

  @Override
  public String formId() {
    return "send-case-log";
  }

  @Override
  public List<Fact> facts(TaskView task) {
    return List.of(
        new Fact(say("attestation.attested"), Integer.toString(audits.attested(task.enrolment()))));
  }

  @Override
  public String consequence(TaskView task) {
    return say("attestation.consequence");
  }

  private String say(String key) {
    Locale locale = LocaleContextHolder.getLocale();
    return words.getMessage(key, null, locale);
  }
}
