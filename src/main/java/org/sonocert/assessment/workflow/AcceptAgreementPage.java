package org.sonocert.assessment.workflow;

import java.util.List;
import java.util.Locale;
import org.sonocert.assessment.agreement.AgreementText;
import org.sonocert.assessment.agreement.Agreements;
import org.sonocert.engine.TaskPage;
import org.sonocert.engine.TaskView;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Shows the texts in force above the form on which they are accepted. */
@Component
class AcceptAgreementPage implements TaskPage {
  private final Agreements agreements;
  private final MessageSource messages;

  AcceptAgreementPage(Agreements agreements, MessageSource messages) {
    this.agreements = agreements;
    this.messages = messages;
  }

  @Override
  public String formId() {
    return "accept-agreement";
  }

  @Override
  public List<Reading> readings(TaskView task, Locale locale) {
    return agreements.inForce(locale).stream().map(text -> reading(text, locale)).toList();
  }

  @Override
  public String consequence(TaskView task) {
    return messages.getMessage("agreement.consequence", null, LocaleContextHolder.getLocale());
  }

  private Reading reading(AgreementText text, Locale locale) {
    Locale own = Locale.forLanguageTag(text.language());
    return new Reading(
        text.token(),
        messages.getMessage("agreement.part." + text.part().word(), null, own),
        text.language(),
        text.paragraphs(),
        messages.getMessage("agreement.version", new Object[] {text.version()}, locale));
  }
}
