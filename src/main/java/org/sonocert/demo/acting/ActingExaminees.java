package org.sonocert.demo.acting;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sonocert.assessment.AnsweringItems;
import org.sonocert.assessment.Item;
import org.sonocert.assessment.Screen;
import org.sonocert.assessment.Sitting;
import org.sonocert.assessment.Sittings;
import org.sonocert.assessment.StartingSittings;
import org.sonocert.assessment.TestForms;
import org.sonocert.assessment.workflow.HandingIn;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Candidates in the assessment: prepare, start, answer, hand in. */
@Component
@Profile("demo")
public class ActingExaminees {
  private static final Screen LAPTOP = Screen.of("1440x900");

  private final FillingForms forms;
  private final StartingSittings starting;
  private final AnsweringItems answering;
  private final HandingIn handing;
  private final Sittings sittings;
  private final TestForms tests;
  private final KnownAnswers known;

  ActingExaminees(
      FillingForms forms,
      StartingSittings starting,
      AnsweringItems answering,
      HandingIn handing,
      Sittings sittings,
      TestForms tests,
      KnownAnswers known) {
    this.forms = forms;
    this.starting = starting;
    this.answering = answering;
    this.handing = handing;
    this.sittings = sittings;
    this.tests = tests;
    this.known = known;
  }

  /** Accepts the agreement. */
  public void accept(AccountId who, EnrolmentId id) {
    forms.asCandidate(
        who,
        id,
        "accept-agreement",
        Map.of("acceptAccuracy", "true", "acceptConfidentiality", "true"));
  }

  /** Checks the device. */
  public void checkReadiness(AccountId who, EnrolmentId id) {
    forms.asCandidate(
        who,
        id,
        "check-readiness",
        Map.of(
            "cookiesEnabled", "yes",
            "mediaPlayed", "yes",
            "headphones", "yes",
            "screenLargeEnough", "yes",
            "connectionSteady", "yes",
            "roomPrivate", "yes"));
  }

  /** Starts the sitting, which ends the right to a refund. */
  public void start(AccountId who, EnrolmentId id) {
    starting.start(who, id, LAPTOP, false);
  }

  /** The question that is open; empty before the start and when all are answered. */
  public Optional<Item> open(EnrolmentId id) {
    return sittings.of(id).flatMap(s -> s.progressIn(tests.get(s.form())).next());
  }

  /** Answers the open question, rightly or not. */
  public void answer(AccountId who, EnrolmentId id, boolean right) {
    open(id).ifPresent(item -> answering.answer(who, id, item.id(), chosen(item, right)));
  }

  private List<String> chosen(Item item, boolean right) {
    List<String> key = known.of(item.id());
    if (right) {
      return key;
    }
    return item.options().stream()
        .map(Item.Option::id)
        .filter(option -> !key.equals(List.of(option)))
        .limit(1)
        .toList();
  }

  /** Answers so many of the questions that are left, the first ones rightly. */
  public void answerAll(AccountId who, EnrolmentId id, double shareRight) {
    Sitting sitting = sittings.ownedBy(who, id);
    int total = tests.get(sitting.form()).itemIds().size();
    int right = (int) Math.ceil(total * shareRight);
    for (int n = sitting.answers().size(); n < total; n++) {
      answer(who, id, n < right);
    }
  }

  /** Hands the sitting in. */
  public void handIn(AccountId who, EnrolmentId id) {
    handing.complete(who, id);
  }
}
