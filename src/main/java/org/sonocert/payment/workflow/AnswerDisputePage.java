package org.sonocert.payment.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.catalogue.Catalogue;
import org.sonocert.engine.TaskPage;
import org.sonocert.engine.TaskView;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.enrolment.Moments;
import org.sonocert.identity.Accounts;
import org.sonocert.payment.dispute.CardDispute;
import org.sonocert.payment.dispute.CardDisputes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows whoever answers a card company what it says, and the facts to answer it with. */
@Component
class AnswerDisputePage implements TaskPage {
  private static final String FACTS =
      """
      select p.instrument, p.captured_at,
             (select max(accepted_at) from v_assessment_agreement a
               where a.enrolment_id = p.enrolment_id) as agreed_at,
             (select max(evidence_at) from v_assessment_result a
               where a.enrolment_id = p.enrolment_id) as sat_at,
             (select max(awarded_at) from v_credential_issued c
               where c.enrolment_id = p.enrolment_id) as awarded_at
        from payment p where p.enrolment_id = ?
      """;

  private final CardDisputes disputes;
  private final Enrolments enrolments;
  private final Accounts accounts;
  private final Catalogue catalogue;
  private final JdbcClient db;

  AnswerDisputePage(
      CardDisputes disputes,
      Enrolments enrolments,
      Accounts accounts,
      Catalogue catalogue,
      JdbcClient db) {
    this.disputes = disputes;
    this.enrolments = enrolments;
    this.accounts = accounts;
    this.catalogue = catalogue;
    this.db = db;
  }

  @Override
  public String formId() {
    return "answer-dispute";
  }

  @Override
  public List<Fact> facts(TaskView task) {
    CardDispute dispute = disputes.get(UUID.fromString(Objects.requireNonNull(task.subject())));
    Enrolment enrolment = enrolments.get(task.enrolment());
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Amount", dispute.amount().inWords(Locale.ENGLISH)));
    facts.add(new Fact("The card company's reason", dispute.reasonInWords()));
    facts.add(new Fact("It takes evidence until", moment(dispute.answerBy(), "it names no day")));
    facts.add(new Fact("Where you answer it", String.valueOf(dispute.page())));
    facts.add(new Fact("Its numbers", dispute.reference() + ", payment " + dispute.payment()));
    facts.add(new Fact("Candidate", accounts.get(enrolment.candidate()).name()));
    facts.add(new Fact("Product", catalogue.nameOf(enrolment.product())));
    facts.add(
        new Fact("Assessment started", moment(enrolment.startedAt(), "not started until now")));
    facts.add(
        new Fact(
            "Rules confirmed with the price",
            "release " + enrolment.release() + ", " + moment(enrolment.purchasedAt(), "–")));
    db.sql(FACTS)
        .param(enrolment.id().value())
        .query((row, n) -> bought(row))
        .optional()
        .ifPresent(facts::addAll);
    return facts;
  }

  private static List<Fact> bought(ResultSet row) throws SQLException {
    return List.of(
        new Fact("Paid with", row.getString("instrument")),
        new Fact("Paid on", moment(at(row, "captured_at"), "–")),
        new Fact("Agreement accepted", moment(at(row, "agreed_at"), "not accepted yet")),
        new Fact("Assessment handed in", moment(at(row, "sat_at"), "not handed in")),
        new Fact("Certificate awarded", moment(at(row, "awarded_at"), "not awarded")));
  }

  private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static String moment(@Nullable Instant at, String otherwise) {
    return at == null ? otherwise : Moments.inWords(at);
  }

  @Override
  public String consequence(TaskView task) {
    return "This form tells the card company nothing; do that in its own pages first. The task goes"
        + " away, and what the company decides follows by itself.";
  }
}
