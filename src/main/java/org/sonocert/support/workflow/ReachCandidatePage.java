package org.sonocert.support.workflow;

import java.util.ArrayList;
import java.util.List;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.engine.TaskPage;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.identity.Account;
import org.sonocert.identity.Accounts;
import org.sonocert.identity.RefusedMailboxes;
import org.sonocert.support.UnreachedCandidates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows whoever looks for a candidate who it is, what is at stake, and what was tried. */
@Component
class ReachCandidatePage implements TaskPage {
  private final UnreachedCandidates unreached;
  private final Enrolments enrolments;
  private final Accounts accounts;
  private final RefusedMailboxes refused;
  private final Catalogue catalogue;
  private final JdbcClient db;

  ReachCandidatePage(
      UnreachedCandidates unreached,
      Enrolments enrolments,
      Accounts accounts,
      RefusedMailboxes refused,
      Catalogue catalogue,
      JdbcClient db) {
    this.unreached = unreached;
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.refused = refused;
    this.catalogue = catalogue;
    this.db = db;
  }

  @Override
  public String formId() {
    return "reach-candidate";
  }

  @Override
  public List<Fact> facts(TaskView task) {
    Enrolment enrolment = enrolments.get(task.enrolment());
    Account candidate = accounts.get(enrolment.candidate());
    List<Fact> rows = new ArrayList<>();
    rows.add(new Fact("Candidate", candidate.name()));
    rows.add(new Fact("Product", catalogue.nameOf(enrolment.product())));
    rows.add(new Fact("Window's end", Moments.inWords(enrolment.windowEnd())));
    licences(enrolment).forEach(one -> rows.add(new Fact("Licence", one)));
    refused.of(candidate.id()).forEach(one -> rows.add(new Fact("Refused mailbox", one)));
    unreached
        .attempts(task.enrolment())
        .forEach(one -> rows.add(new Fact("Tried " + Moments.inWords(one.at()), one.note())));
    return rows;
  }

  private List<String> licences(Enrolment enrolment) {
    return db.sql(
            "select number || ', ' || country from v_application_licence where account_id = ?")
        .param(enrolment.candidate().value())
        .query(String.class)
        .list();
  }

  @Override
  public String consequence(TaskView task) {
    return "With yes the task is done; with no it comes back in some days. It goes away by itself as"
        + " soon as a mailbox of the candidate answers.";
  }
}
