package org.sonocert.application;

import java.sql.Timestamp;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whose licence is whose: one person, one account. An account holds a licence from the application
 * that names it, and for good once something was bought; an application that leads to no purchase
 * gives it back.
 */
@Repository
class Licences {
  private final JdbcClient db;
  private final ProgrammeClock clock;

  Licences(JdbcClient db, ProgrammeClock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Takes the licence for the account, or finds that it has it already.
   *
   * @throws Rejected CONFLICT when it belongs to another account
   */
  void take(Licence licence, AccountId account) {
    UUID holder =
        db.sql(
                """
                insert into licence as l (country, number, account_id, first_seen_at)
                values (?, ?, ?, ?)
                on conflict (country, number) do update set country = l.country
                returning account_id
                """)
            .params(
                licence.country(), licence.number(), account.value(), Timestamp.from(clock.now()))
            .query(UUID.class)
            .single();
    if (!holder.equals(account.value())) {
      throw new Rejected(
          Rejection.conflict(
              "licence-known",
              "This licence is registered with another account. Each person has one account:"
                  + " please sign in with that one, or ask the programme for help if the licence is"
                  + " yours alone."));
    }
  }

  /** Gives back what only this application named; the candidate's other enrolments keep theirs. */
  void release(EnrolmentId ended) {
    Set<Licence> free =
        new HashSet<>(
            db.sql(
                    """
                    select l.country, l.number from licence l join enrolment e
                        on e.candidate_id = l.account_id
                     where e.id = ? for update of l
                    """)
                .param(ended.value())
                .query((row, n) -> new Licence(row.getString(1), row.getString(2)))
                .list());
    if (free.isEmpty()) {
      return;
    }
    free.removeAll(
        db.sql(
                """
                select p.licence_country, p.licence_number
                  from enrolment ended join enrolment e on e.candidate_id = ended.candidate_id
                  join practice p on p.enrolment_id = e.id
                 where ended.id = ? and e.id <> ended.id and e.state <> 'application-ended'
                """)
            .param(ended.value())
            .query((row, n) -> Licence.of(row.getString(1), row.getString(2)))
            .list());
    free.forEach(
        l ->
            db.sql("delete from licence where country = ? and number = ?")
                .params(l.country(), l.number())
                .update());
  }
}
