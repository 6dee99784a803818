package org.sonocert.payment.codes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.enrolment.EnrolmentState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks up what somebody entered, by its hash. */
@Repository
class FindingCodes {
  private final JdbcClient db;

  FindingCodes(JdbcClient db) {
    this.db = db;
  }

  /** The code of this hash, beside the person's newest enrolment in its product. */
  Optional<FoundCode> find(byte[] hash, AccountId candidate) {
    return db.sql(
            """
            select c.id, c.ending, c.product, c.state, c.valid_until, p.closed_at is null as open,
                   p.payer_name, c.enrolment_id, e.id as own, e.state as own_state,
                   (select o.ending from enrollment_code o where o.enrolment_id = e.id
                       and o.id <> c.id) as other
              from enrollment_code c
              join code_package p on p.id = c.package_id
              left join lateral (select b.id, b.state from enrolment b
                                  where b.candidate_id = ? and b.product = c.product
                                  order by b.ended_at is null desc, b.opened_at desc limit 1) e on true
             where c.hash = ?
            """)
        .params(candidate.value(), hash)
        .query(FindingCodes::found)
        .optional();
  }

  private static FoundCode found(ResultSet row, int n) throws SQLException {
    String state = row.getString("own_state");
    return new FoundCode(
        row.getObject("id", UUID.class),
        row.getString("ending"),
        row.getString("product"),
        row.getString("state"),
        row.getTimestamp("valid_until").toInstant(),
        row.getBoolean("open"),
        row.getString("payer_name"),
        enrolment(row.getObject("enrolment_id", UUID.class)),
        enrolment(row.getObject("own", UUID.class)),
        state == null ? null : EnrolmentState.of(state),
        row.getString("other"));
  }

  private static @Nullable EnrolmentId enrolment(@Nullable UUID id) {
    return id == null ? null : new EnrolmentId(id);
  }
}
