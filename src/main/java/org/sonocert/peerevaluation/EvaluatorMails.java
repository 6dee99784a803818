package org.sonocert.peerevaluation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.sonocert.notification.Mail;
import org.sonocert.notification.Outbox;
import org.springframework.stereotype.Component;

/** What evaluators and their candidate are written, posted with the change that causes it. */
@Component
class EvaluatorMails {
  private final Outbox outbox;
  private final Invitations invitations;
  private final Enrolments enrolments;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final ProgrammeClock clock;

  EvaluatorMails(
      Outbox outbox,
      Invitations invitations,
      Enrolments enrolments,
      Accounts accounts,
      Catalogue catalogue,
      ProgrammeClock clock) {
    this.outbox = outbox;
    this.invitations = invitations;
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * Writes to the nominee with a link of its own. The same occasion again is not mailed again.
   *
   * @param kind names the template
   * @param occasion makes the mail unique among those to this nominee
   */
  boolean ask(Nomination one, String kind, String occasion) {
    if (invitations.sent(one, occasion)) {
      return false;
    }
    Enrolment enrolment = enrolments.get(one.enrolment());
    Map<String, String> model = model(one, enrolment);
    model.put("link", "/evaluate/" + invitations.create(one, occasion, clock.now()));
    post(kind, one.id() + ":" + occasion, one, model);
    return true;
  }

  /** Writes a one-time code. */
  void code(Nomination one, EvaluationCodes.Drawn drawn) {
    Map<String, String> model = new LinkedHashMap<>();
    model.put("name", one.nominee().name());
    model.put("code", drawn.code());
    model.put("minutes", Long.toString(EvaluationCodes.GOOD_FOR.toMinutes()));
    outbox.post(
        new Mail(
            "evaluator-code",
            one.id() + ":code:" + drawn.id(),
            one.nominee().email(),
            one.locale(),
            model,
            null));
  }

  /** Tells the nominee that nothing is asked of them any more. */
  void stoodDown(Nomination one) {
    Map<String, String> model = model(one, enrolments.get(one.enrolment()));
    post("nominee-stood-down", one.id() + ":stood-down", one, model);
  }

  /** Tells nominees of an enrolment that it is over, and nothing of how it ended. */
  void released(EnrolmentId id, List<Nomination> invited) {
    if (invited.isEmpty()) {
      return;
    }
    Enrolment enrolment = enrolments.get(id);
    String candidate = accounts.get(enrolment.candidate()).name();
    for (Nomination one : invited) {
      post("evaluator-released", one.id() + ":released", one, model(one, enrolment, candidate));
    }
  }

  /** Tells the candidate that another evaluator is needed. */
  void anotherNeeded(Nomination one, NominationState why) {
    Enrolment enrolment = enrolments.get(one.enrolment());
    Account candidate = accounts.get(enrolment.candidate());
    Map<String, String> model = model(one, enrolment);
    model.put("why", why.word());
    model.put("link", "/me/" + enrolment.id());
    outbox.post(
        new Mail(
            "evaluator-needed",
            one.id() + ":needed",
            candidate.mailbox(),
            candidate.locale(),
            model,
            enrolment.id()));
  }

  private void post(String kind, String occurrence, Nomination one, Map<String, String> model) {
    outbox.post(
        new Mail(kind, occurrence, one.nominee().email(), one.locale(), model, one.enrolment()));
  }

  private Map<String, String> model(Nomination one, Enrolment enrolment) {
    return model(one, enrolment, accounts.get(enrolment.candidate()).name());
  }

  private Map<String, String> model(Nomination one, Enrolment enrolment, String candidate) {
    Map<String, String> model = new LinkedHashMap<>();
    model.put("name", one.nominee().name());
    model.put("candidate", candidate);
    model.put("product", catalogue.nameOf(enrolment.product()));
    Instant end = enrolment.windowEndsAt();
    model.put("until", end == null ? "" : day(end, one.locale()));
    return model;
  }

  private static String day(Instant at, Locale locale) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).withZone(ZoneOffset.UTC).format(at);
  }
}
