package org.sonocert.exceptions.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.engine.TaskPage;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.exceptions.WindowException;
import org.sonocert.exceptions.WindowExceptions;
import org.sonocert.exceptions.Wish;
import org.sonocert.identity.Accounts;
import org.springframework.stereotype.Component;

/** Shows whoever decides what is asked for, by whom, why, and under which rule. */
@Component
class DecideExceptionPage implements TaskPage {
  private final WindowExceptions exceptions;
  private final Enrolments enrolments;
  private final Accounts accounts;
  private final Catalogue catalogue;

  DecideExceptionPage(
      WindowExceptions exceptions, Enrolments enrolments, Accounts accounts, Catalogue catalogue) {
    this.exceptions = exceptions;
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.catalogue = catalogue;
  }

  @Override
  public String formId() {
    return "decide-exception";
  }

  @Override
  public List<Fact> facts(TaskView task) {
    Enrolment enrolment = enrolments.get(task.enrolment());
    UUID id = UUID.fromString(Objects.requireNonNull(task.subject()));
    WindowException asked = exceptions.get(task.enrolment(), id);
    Wish wish = asked.wish();
    List<Fact> rows = new ArrayList<>();
    rows.add(new Fact("Candidate", accounts.get(enrolment.candidate()).name()));
    rows.add(new Fact("Product", catalogue.nameOf(enrolment.product())));
    rows.add(new Fact("Kind", wish.kind().label()));
    rows.add(new Fact("Asked for", days(wish)));
    rows.add(new Fact("Reason", wish.reason()));
    rows.add(new Fact("Rule", asked.rule()));
    rows.add(new Fact("Asked by", accounts.get(asked.requestedBy()).name()));
    rows.add(new Fact("Asked on", Moments.inWords(asked.requestedAt())));
    if (enrolment.windowEndsAt() != null) {
      rows.add(new Fact("Window's end now", Moments.inWords(enrolment.windowEnd())));
      rows.add(new Fact("If granted", Moments.inWords(enrolment.windowEnd().plus(wish.added()))));
    }
    return rows;
  }

  private static String days(Wish wish) {
    String days = wish.days() == 1 ? "1 day" : wish.days() + " days";
    return wish.heldFrom() == null || wish.heldUntil() == null
        ? days
        : "the time from "
            + Moments.inWords(wish.heldFrom(), Locale.ENGLISH)
            + " to "
            + Moments.inWords(wish.heldUntil(), Locale.ENGLISH);
  }

  @Override
  public String consequence(TaskView task) {
    return "Granted, the window's end moves at once and cannot be moved back. Whoever asked cannot"
        + " decide.";
  }
}
