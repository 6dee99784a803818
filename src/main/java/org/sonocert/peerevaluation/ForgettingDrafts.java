package org.sonocert.peerevaluation;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.sonocert.core.MachineClock;
import org.sonocert.engine.clock.Housekeeping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets drafts that can never be sent any more, and codes of yesterday. */
@Component
class ForgettingDrafts implements Housekeeping {
  private final JdbcClient db;
  private final MachineClock machine;

  ForgettingDrafts(JdbcClient db, MachineClock machine) {
    this.db = db;
    this.machine = machine;
  }

  @Override
  public String name() {
    return "evaluation-drafts-forgotten";
  }

  @Override
  public String schedule() {
    return "0 17 3 * * ?";
  }

  @Override
  @Transactional
  public void run(Instant now) {
    db.sql(
            """
            delete from evaluation_draft d using nomination n, enrolment e
             where n.id = d.nominee_id and e.id = n.enrolment_id
               and (n.state not in ('named', 'invited', 'returned')
                    or e.state not in ('active', 'deciding'))
            """)
        .update();
    db.sql("delete from evaluation_code where sent_at < ?")
        .param(Timestamp.from(machine.now().minus(Duration.ofDays(1))))
        .update();
  }
}
