package org.sonocert.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sonocert.audit.AuditTrail;
import org.sonocert.audit.Change;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.enrolment.Enrolment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes answers. An answer is final; the same answer again gets the first one's result. */
@Service
public class AnsweringItems {
  private final OpenWindow window;
  private final Sittings sittings;
  private final TestForms forms;
  private final AuditTrail audit;

  AnsweringItems(OpenWindow window, Sittings sittings, TestForms forms, AuditTrail audit) {
    this.window = window;
    this.sittings = sittings;
    this.forms = forms;
    this.audit = audit;
  }

  /**
   * Stores the answer to the question that is open, under the enrolment's lock.
   *
   * @return how far the sitting had got with this answer
   * @throws Rejected when it is no answer, another question is open, another answer was given
   *     before, or the window has ended
   */
  @Transactional
  public Progress answer(AccountId candidate, EnrolmentId id, String itemId, List<String> chosen) {
    Enrolment enrolment = window.lock(candidate, id);
    Sitting sitting = sittings.ownedBy(candidate, id);
    TestForm form = forms.get(sitting.form());
    Item item = form.item(itemId).orElseThrow(() -> new Rejected(Rejection.notFound("question")));
    List<String> answer = item.answer(chosen);
    List<String> given = sitting.answers().get(itemId);
    if (given == null) {
      Instant now = window.openNow(enrolment, "your answer was not counted");
      mustBeOpen(sitting.progressIn(form), item);
      store(sitting, form, item, answer, now);
      return sitting.progressIn(form).withNext();
    }
    if (!given.equals(answer)) {
      throw new Rejected(
          Rejection.conflict(
              "answered-before",
              "You have answered this question before, with another answer. The first answer is"
                  + " final and is kept."));
    }
    return sitting.progressIn(form);
  }

  private static void mustBeOpen(Progress progress, Item item) {
    if (progress.next().filter(item::equals).isEmpty()) {
      throw new Rejected(
          Rejection.conflict(
              "not-open-yet",
              "Another question comes first. Nothing was stored; load the page again to see it."));
    }
  }

  private void store(Sitting sitting, TestForm form, Item item, List<String> answer, Instant now) {
    int number = sitting.answers().size() + 1;
    ClinicalCase of = form.placeOf(item.id()).clinicalCase();
    sittings.add(sitting, number, of, item.id(), answer, now);
    audit.note(
        sitting.enrolment(),
        new Change(
            "item-answered",
            Map.of(
                "item", item.id(),
                "case", of.id(),
                "caseVersion", of.version(),
                "number", number,
                "chosen", answer,
                "at", now.toString())));
  }
}
