package org.sonocert.demo.year;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.demo.acting.ActingCandidates;
import org.sonocert.demo.acting.ActingEvaluators;
import org.sonocert.demo.acting.ActingExaminees;
import org.sonocert.demo.acting.ActingPayers;
import org.sonocert.demo.acting.ActingStaff;
import org.sonocert.demo.acting.DemoLots;
import org.sonocert.demo.acting.FillingForms;
import org.sonocert.engine.TaskInbox;
import org.sonocert.enrolment.Enrolments;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody who acts in the demo's year. */
@Component
@Profile("demo")
record Cast(
    ActingCandidates candidates,
    ActingPayers payers,
    ActingExaminees examinees,
    ActingEvaluators evaluators,
    ActingStaff staff,
    DemoLots lots,
    FillingForms forms,
    Enrolments enrolments,
    TaskInbox inbox,
    JdbcClient db) {

  /** The demo's programme managers. */
  List<AccountId> managers() {
    return accounts("manager_@demo.example");
  }

  /** A person of the demo. */
  Optional<AccountId> account(String email) {
    return accounts(email).stream().findFirst();
  }

  private List<AccountId> accounts(String like) {
    return db.sql("select id from account where email like ? order by email")
        .param(like)
        .query((row, n) -> new AccountId(row.getObject(1, UUID.class)))
        .list();
  }
}
