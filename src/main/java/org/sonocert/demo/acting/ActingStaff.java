package org.sonocert.demo.acting;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.exceptions.ExceptionKind;
import org.sonocert.exceptions.Wish;
import org.sonocert.exceptions.workflow.ExceptionProcess;
import org.sonocert.payment.workflow.SettlingInvoices;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the programme's people do in the Tasklist. */
@Component
@Profile("demo")
public class ActingStaff {
  private final FillingForms forms;
  private final ExceptionProcess exceptions;
  private final SettlingInvoices invoices;

  ActingStaff(FillingForms forms, ExceptionProcess exceptions, SettlingInvoices invoices) {
    this.forms = forms;
    this.exceptions = exceptions;
    this.invoices = invoices;
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

  /** Asks for more days of an enrolment's window. */
  public void askForDays(AccountId manager, EnrolmentId id, int days, String reason) {
    exceptions.ask(
        manager,
        id,
        Wish.days(UUID.randomUUID(), ExceptionKind.EXTENSION, Integer.toString(days), reason));
  }

  /** Decides on days that somebody asked for. */
  public void decideDays(AccountId manager, EnrolmentId id, boolean granted) {
    forms.asStaff(
        manager,
        id,
        "decide-exception",
        Map.of(
            "exceptionGranted", granted ? "yes" : "no",
            "exceptionReason",
                granted ? "The reason is a good one." : "The reason lies with the candidate."));
  }

  /** Checks a log of attested cases. */
  public void checkLog(AccountId staff, EnrolmentId id, boolean confirmed) {
    forms.asStaff(
        staff,
        id,
        "check-case-log",
        Map.of(
            "logConfirmed", confirmed ? "yes" : "no",
            "logReason",
                confirmed
                    ? "Number, dates and indications agree with the attestation."
                    : "Far fewer cases than were attested, and others interpreted them."));
  }

  /** Marks an invoice as paid on a day. */
  public void markPaid(AccountId manager, UUID invoice, String reference, LocalDate paidOn) {
    invoices.paid(manager, invoice, reference, paidOn);
  }
}
