package org.sonocert.payment.codes;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The codes as they are read: by package, by enrolment, and those that wait for something. */
@Repository
class CodeRows {
  private final JdbcClient db;
  private final CodeKey key;
  private final ProgrammeClock clock;

  CodeRows(JdbcClient db, CodeKey key, ProgrammeClock clock) {
    this.db = db;
    this.key = key;
    this.clock = clock;
  }

  /** A package's codes; the whole signs of unused ones only where they are asked for. */
  List<CodeLine> of(UUID pack, boolean whole) {
    Instant now = clock.now();
    return db.sql(
            """
            select c.*, p.closed_at is null as open,
                   case when c.consented_at is not null and e.state = 'certified' then n.name end
                     as holder
              from enrollment_code c
              join code_package p on p.id = c.package_id
              left join enrolment e on e.id = c.enrolment_id
              left join v_identity_name n on n.account_id = e.candidate_id
             where c.package_id = ? order by c.number
            """)
        .param(pack)
        .query((row, n) -> line(row, whole, now))
        .list();
  }

  /** What an enrolment has to do with a code. */
  record Held(
      UUID id, String ending, String payer, boolean used, boolean consented, Instant since) {}

  Optional<Held> of(EnrolmentId enrolment) {
    return db.sql(
            """
            select c.id, c.ending, p.payer_name, c.state = 'used', c.consented_at is not null, c.since
              from enrollment_code c join code_package p on p.id = c.package_id
             where c.enrolment_id = ?
            """)
        .param(enrolment.value())
        .query(
            (row, n) ->
                new Held(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getBoolean(4),
                    row.getBoolean(5),
                    row.getTimestamp(6).toInstant()))
        .optional();
  }

  /** Applications whose confirmed quote waits while they have a code reserved, oldest first. */
  List<EnrolmentId> waitingForUse() {
    return db.sql(
            """
            select c.enrolment_id from enrollment_code c
              join enrolment e on e.id = c.enrolment_id
              join v_payment_quote q on q.enrolment_id = c.enrolment_id
             where c.state = 'reserved' and e.state = 'applying' and q.expires_at >= ?
             order by c.since limit 200
            """)
        .param(Timestamp.from(clock.now()))
        .query((row, n) -> new EnrolmentId(row.getObject(1, UUID.class)))
        .list();
  }

  /**
   * Who has a code reserved although nothing is left to pay, or eligibility was decided long ago.
   */
  List<EnrolmentId> runOut(Instant decidedBefore) {
    Timestamp limit = Timestamp.from(decidedBefore);
    return db.sql(
            """
            select c.enrolment_id from enrollment_code c
              join enrolment e on e.id = c.enrolment_id
              left join v_application_eligibility d on d.enrolment_id = c.enrolment_id
             where c.state = 'reserved'
               and (e.state <> 'applying' or (d.decided_at < ? and c.since < ?))
             limit 500
            """)
        .params(limit, limit)
        .query((row, n) -> new EnrolmentId(row.getObject(1, UUID.class)))
        .list();
  }

  private CodeLine line(ResultSet row, boolean whole, Instant now) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String holder = row.getString("holder");
    Instant until = row.getTimestamp("valid_until").toInstant();
    boolean works = row.getBoolean("open") && !now.isAfter(until);
    CodeState state =
        switch (row.getString("state")) {
          case "reserved" -> CodeState.RESERVED;
          case "used" -> holder == null ? CodeState.IN_USE : CodeState.CERTIFIED;
          default -> works ? CodeState.UNUSED : CodeState.CLOSED;
        };
    return new CodeLine(
        row.getInt("number"),
        row.getString("ending"),
        whole && state == CodeState.UNUSED ? signs(id, row.getBytes("hash")) : null,
        row.getString("product"),
        until,
        state,
        holder);
  }

  /** The whole code; null when the key that made it was lost, since no other may be handed out. */
  private @Nullable String signs(UUID id, byte[] hash) {
    String signs = key.signs(id);
    return MessageDigest.isEqual(CodeSigns.hash(signs), hash) ? CodeSigns.grouped(signs) : null;
  }
}
