package org.sonocert.payment.codes;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.sonocert.payment.Quote;
import org.sonocert.payment.Quotes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The codes. Whoever takes one does it in one statement, so that it has one winner. */
@Repository
class EnrollmentCodes {
  private final JdbcClient db;

  EnrollmentCodes(JdbcClient db) {
    this.db = db;
  }

  /** Adds a package's codes in one statement. */
  void add(CodePackage made, List<UUID> ids, List<String> signs) {
    db.sql(
            """
            insert into enrollment_code (id, package_id, number, hash, ending, product, valid_until)
            select id, ?, n, hash, ending, ?, ?
              from unnest(?::uuid[], ?::bytea[], ?::text[]) with ordinality as c(id, hash, ending, n)
            """)
        .param(made.id())
        .param(made.product())
        .param(Timestamp.from(made.validUntil()))
        .param(ids.toArray(UUID[]::new))
        .param(signs.stream().map(CodeSigns::hash).toArray(byte[][]::new))
        .param(signs.stream().map(CodeSigns::ending).toArray(String[]::new))
        .update();
  }

  /** A code that was just used, and the quote that it pays. */
  record Used(Quote quote, String payer) {}

  /**
   * Uses a code for the enrolment's last quote; empty when no quote can be paid, or the code cannot
   * be used any more.
   */
  Optional<Used> use(UUID code, EnrolmentId enrolment, Instant now, @Nullable Instant consented) {
    Timestamp at = Timestamp.from(now);
    return db.sql(
            """
            update enrollment_code c
               set state = 'used', enrolment_id = q.enrolment_id, since = ?,
                   consented_at = coalesce(?, case when c.state = 'reserved' then c.consented_at end)
              from code_package p,
                   (select * from quote where enrolment_id = ? order by number desc limit 1) q
             where c.id = ? and p.id = c.package_id and q.expires_at >= ?
               and ((c.state = 'unused' and p.closed_at is null and c.valid_until >= ?)
                    or (c.state = 'reserved' and c.enrolment_id = q.enrolment_id))
            returning p.payer_name, q.*
            """)
        .param(at)
        .param(timestamp(consented))
        .param(enrolment.value())
        .param(code)
        .param(at)
        .param(at)
        .query((row, n) -> new Used(Quotes.row(row, ""), row.getString("payer_name")))
        .optional();
  }

  /** Reserves an unused code; false when it cannot be had any more. */
  boolean reserve(UUID code, EnrolmentId enrolment, Instant now, @Nullable Instant consented) {
    return db.sql(
                """
                update enrollment_code c
                   set state = 'reserved', enrolment_id = ?, since = ?, consented_at = ?
                  from code_package p
                 where c.id = ? and p.id = c.package_id and c.state = 'unused'
                   and p.closed_at is null and c.valid_until >= ?
                """)
            .param(enrolment.value())
            .param(Timestamp.from(now))
            .param(timestamp(consented))
            .param(code)
            .param(Timestamp.from(now))
            .update()
        == 1;
  }

  /** Gives the enrolment's reserved code back; its ending, empty when there was none. */
  Optional<String> release(EnrolmentId enrolment) {
    return db.sql(
            """
            update enrollment_code set state = 'unused', enrolment_id = null, since = null,
                   consented_at = null
             where enrolment_id = ? and state = 'reserved' returning ending
            """)
        .param(enrolment.value())
        .query(String.class)
        .optional();
  }

  /** Gives the enrolment's used code back, to be used at least until an instant; its ending. */
  Optional<String> giveBack(EnrolmentId enrolment, Instant at, Instant until) {
    return db.sql(
            """
            with back as (
              update enrollment_code set state = 'unused', enrolment_id = null, since = null,
                     consented_at = null, valid_until = greatest(valid_until, ?)
               where enrolment_id = ? and state = 'used' returning id, package_id, ending)
            select b.ending,
                   book('code-returned/' || m.intent_id, 'code-returned', ?, m.enrolment_id,
                        m.intent_id, m.provider, m.reference, 'fees-earned', 'codes-outstanding',
                        p.price_cents, p.currency)
              from back b
              join code_package p on p.id = b.package_id
              join payment m on m.enrolment_id = ?
            """)
        .param(Timestamp.from(until))
        .param(enrolment.value())
        .param(Timestamp.from(at))
        .param(enrolment.value())
        .query((row, n) -> row.getString(1))
        .optional();
  }

  /** Lets a package's unused codes stand for another product; how many there were. */
  int exchange(UUID pack, String from, String to) {
    return db.sql(
            "update enrollment_code set product = ?"
                + " where package_id = ? and product = ? and state = 'unused'")
        .params(to, pack, from)
        .update();
  }

  /** Whether the payer may see the candidate's name and award. */
  boolean consent(EnrolmentId enrolment, @Nullable Instant consented) {
    return db.sql("update enrollment_code set consented_at = ? where enrolment_id = ?")
            .param(timestamp(consented))
            .param(enrolment.value())
            .update()
        == 1;
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
