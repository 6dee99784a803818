package org.sonocert.demo.acting;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sonocert.application.workflow.ApplicationProcess;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.OpeningAccounts.Person;
import org.sonocert.identity.Role;
import org.sonocert.identity.Token;
import org.sonocert.payment.workflow.RefundProcess;
import org.sonocert.support.Question;
import org.sonocert.support.workflow.AskingForHelp;
import org.sonocert.support.workflow.WithdrawingEnrolments;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What candidates do before and around the assessment. Each verb does one thing, and throws {@link
 * Rejected} when the product refuses it.
 */
@Component
@Profile("demo")
public class ActingCandidates {
  private final OpeningAccounts accounts;
  private final ApplicationProcess applications;
  private final FillingForms forms;
  private final RefundProcess refunds;
  private final AskingForHelp help;
  private final WithdrawingEnrolments withdrawing;
  private final String nobodyKnows;

  ActingCandidates(
      OpeningAccounts accounts,
      ApplicationProcess applications,
      FillingForms forms,
      RefundProcess refunds,
      AskingForHelp help,
      WithdrawingEnrolments withdrawing) {
    this.accounts = accounts;
    this.applications = applications;
    this.forms = forms;
    this.refunds = refunds;
    this.help = help;
    this.withdrawing = withdrawing;
    this.nobodyKnows = accounts.hash(Token.draw());
  }

  /** Opens an account whose password nobody knows. */
  public AccountId signUp(String email, String given, String family, Locale locale) {
    return accounts
        .open(
            new Person(email, given, family, locale, nobodyKnows, null),
            Set.of(Role.CANDIDATE),
            "system")
        .orElseThrow();
  }

  /** Sends a log of so many cases, all of them before the given day. */
  public void sendLog(AccountId who, EnrolmentId id, int cases, LocalDate before) {
    StringBuilder log = new StringBuilder();
    for (int n = 1; n <= cases; n++) {
      log.append(before.minusDays(3L * n)).append(", shortness of breath, self\n");
    }
    forms.asCandidate(
        who, id, "send-case-log", Map.of("caseLog", log.toString(), "logDeidentified", "true"));
  }

  /** Opens an application. */
  public EnrolmentId apply(AccountId who, String product) {
    return applications.open(who, product);
  }

  /** Says what they are and where they are licensed. */
  public void describePractice(AccountId who, EnrolmentId id, String profession, String licence) {
    forms.asCandidate(
        who,
        id,
        "describe-practice",
        Map.of(
            "profession", profession,
            "licenceNumber", licence,
            "licenceCountry", "US",
            "goodStanding", "yes",
            "practising", "yes"));
  }

  /** Gives the number of a fundamentals certificate. */
  public void showCertificate(AccountId who, EnrolmentId id, String number) {
    forms.asCandidate(
        who,
        id,
        "show-fundamentals",
        Map.of(
            "route", "certificate", "certificateNumber", number, "certificateDate", "2024-01-31"));
  }

  /** Asks for a waiver on an examination passed. */
  public void askForWaiver(AccountId who, EnrolmentId id, String passedOn, String reference) {
    forms.asCandidate(
        who,
        id,
        "show-fundamentals",
        Map.of(
            "route", "waiver-examination",
            "examinationDate", passedOn,
            "examinationReference", reference));
  }

  /** Attests cases. */
  public void attest(AccountId who, EnrolmentId id, int cases) {
    forms.asCandidate(
        who,
        id,
        "attest-cases",
        Map.of("casesAttested", Integer.toString(cases), "truthConfirmed", "true"));
  }

  /** Confirms price and rules. */
  public void confirmQuote(AccountId who, EnrolmentId id) {
    forms.asCandidate(
        who,
        id,
        "confirm-quote",
        Map.of("acceptRules", "true", "acceptNoCredit", "true", "acceptRefundRule", "true"));
  }

  /** Gives the application up. */
  public void withdrawApplication(AccountId who, EnrolmentId id) {
    applications.withdraw(who, id);
  }

  /** Withdraws from an enrolment that has been started. */
  public void withdraw(AccountId who, EnrolmentId id) {
    withdrawing.withdraw(who, id, "");
  }

  /** Asks to cancel; true when granted. */
  public boolean cancel(AccountId who, EnrolmentId id) {
    return refunds.ask(who, id).granted();
  }

  /** Asks the programme something. */
  public void askForHelp(AccountId who, EnrolmentId id, String kind, String text) {
    help.ask(
        who,
        id,
        Question.of(UUID.randomUUID().toString(), kind, text, "/me/" + id, null),
        who.toString());
  }

  /** Names the two evaluators. */
  public void nameEvaluators(AccountId who, EnrolmentId id, List<Named> two) {
    Map<String, String> answers = new java.util.HashMap<>(two.get(0).inPlace(1));
    answers.putAll(two.get(1).inPlace(2));
    forms.asCandidate(who, id, "name-evaluators", answers);
  }

  /** Names one more evaluator, where one declined, was replaced or could not be reached. */
  public void nameAnother(AccountId who, EnrolmentId id, Named one) {
    forms.asCandidate(who, id, "name-another-evaluator", one.inPlace(1));
  }

  /** Somebody who is named as evaluator. */
  public record Named(String name, String email) {
    Map<String, String> inPlace(int place) {
      String key = "evaluator" + place;
      return Map.of(
          key + "Name", name,
          key + "Email", email,
          key + "Relation", "colleague",
          key + "KnowsWork", "We scan together in the emergency department.",
          key + "Consent", "true");
    }
  }
}
