package org.sonocert.payment.refund;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sonocert.core.AfterRestore;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.enrolment.Enrolments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Money that was on its way back when a backup was taken may have arrived since: from then on a
 * person pays it back, and the provider is only asked whether it did. An attempt to pay needs no
 * such care, since its state is the provider's and is asked there.
 */
@Component
class HoldingRefunds implements AfterRestore {
  private final JdbcClient db;
  private final Refunds refunds;
  private final Enrolments enrolments;
  private final ProgrammeClock clock;

  HoldingRefunds(JdbcClient db, Refunds refunds, Enrolments enrolments, ProgrammeClock clock) {
    this.db = db;
    this.refunds = refunds;
    this.enrolments = enrolments;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "refunds";
  }

  @Override
  public int hold(Instant restoredAt) {
    List<UUID> underWay =
        db.sql(
                "select enrolment_id from refund where intent_id is not null"
                    + " and returned_at is null and by_hand_since is null")
            .query(UUID.class)
            .list();
    for (UUID id : underWay) {
      EnrolmentId enrolment = new EnrolmentId(id);
      enrolments.lock(enrolment);
      refunds.handOver(enrolment, clock.now());
    }
    return underWay.size();
  }
}
