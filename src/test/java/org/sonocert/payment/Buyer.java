package org.sonocert.payment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sonocert.application.workflow.ApplicationProcess;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.engine.CompletingTasks;
import org.sonocert.engine.Completion;
import org.sonocert.engine.CompletionResult;
import org.sonocert.engine.TaskInbox;
import org.sonocert.engine.TaskView;
import org.sonocert.identity.OpeningAccounts;
import org.sonocert.identity.OpeningAccounts.Person;
import org.sonocert.identity.Role;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Makes people and walks them through their applications. */
public class Buyer {
  private final OpeningAccounts accounts;
  private final ApplicationProcess applications;
  private final TaskInbox inbox;
  private final CompletingTasks completing;

  Buyer(
      OpeningAccounts accounts,
      ApplicationProcess applications,
      TaskInbox inbox,
      CompletingTasks completing) {
    this.accounts = accounts;
    this.applications = applications;
    this.inbox = inbox;
    this.completing = completing;
  }

  /** One for a test, out of the running product's parts. */
  public static Buyer of(AutowireCapableBeanFactory parts) {
    return parts.createBean(Buyer.class);
  }

  /** A new person with a role. */
  public AccountId person(Role role) {
    String email = role.id() + "-" + UUID.randomUUID() + "@test.example";
    return accounts
        .open(
            new Person(email, "Ana", "Test", Locale.ENGLISH, accounts.hash("not used here"), null),
            Set.of(role),
            "test")
        .orElseThrow();
  }

  /** Opens an application. */
  public EnrolmentId open(AccountId candidate, String product) {
    return applications.open(candidate, product);
  }

  /** Opens an application and fills in everything up to the quote, which is confirmed. */
  public EnrolmentId quoted(AccountId candidate, String product) {
    EnrolmentId id = open(candidate, product);
    finish(candidate, id);
    return id;
  }

  /** Fills in an open application and confirms its quote. */
  public void finish(AccountId candidate, EnrolmentId id) {
    describePractice(candidate, id, "MD" + UUID.randomUUID());
    showFundamentals(candidate, id);
    attest(candidate, id, 30);
    confirm(candidate, id);
  }

  public CompletionResult describePractice(AccountId by, EnrolmentId id, String licence) {
    return answer(
        by,
        id,
        "describe-practice",
        Map.of(
            "profession", "physician",
            "licenceNumber", licence,
            "licenceCountry", "US",
            "goodStanding", "yes",
            "practising", "yes"));
  }

  public CompletionResult showFundamentals(AccountId by, EnrolmentId id) {
    return answer(
        by,
        id,
        "show-fundamentals",
        Map.of(
            "route", "certificate",
            "certificateNumber", "F-" + UUID.randomUUID(),
            "certificateDate", "2025-01-31"));
  }

  public CompletionResult attest(AccountId by, EnrolmentId id, int cases) {
    return answer(
        by,
        id,
        "attest-cases",
        Map.of("casesAttested", Integer.toString(cases), "truthConfirmed", "true"));
  }

  public CompletionResult confirm(AccountId by, EnrolmentId id) {
    return answer(
        by,
        id,
        "confirm-quote",
        Map.of("acceptRules", "true", "acceptNoCredit", "true", "acceptRefundRule", "true"));
  }

  /** Answers the enrolment's open task with that form. */
  public CompletionResult answer(
      AccountId by, EnrolmentId id, String form, Map<String, String> answers) {
    return answer(by, id, task(id, form), answers);
  }

  /** Answers a task; the enrolment is named by its candidate and not by staff. */
  public CompletionResult answer(
      AccountId by, @Nullable EnrolmentId id, TaskView task, Map<String, String> answers) {
    Map<String, List<String>> raw =
        answers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
    return completing.complete(
        new Completion(
            task.id(), id, java.util.Set.of(task.group()), by, UUID.randomUUID().toString(), raw));
  }

  /** The enrolment's open task with that form. */
  public TaskView task(EnrolmentId id, String form) {
    return inbox
        .find(id, form, null)
        .orElseThrow(() -> new AssertionError("No open task " + form + ", but " + inbox.of(id)));
  }
}
