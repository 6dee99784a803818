package org.sonocert.payment.codes;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.sonocert.audit.Actor;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The packages. Each change is noted with who did it; the database refuses one that is not, since
 * no enrolment's leaf tells it.
 */
@Repository
class CodePackages {
  private final JdbcClient db;
  private final Actor actor;
  private final ProgrammeClock clock;

  CodePackages(JdbcClient db, Actor actor, ProgrammeClock clock) {
    this.db = db;
    this.actor = actor;
    this.clock = clock;
  }

  /**
   * The package, locked until the transaction ends.
   *
   * @throws Rejected NOT_FOUND when there is none
   */
  CodePackage lock(UUID id) {
    return db.sql("select * from code_package where id = ? for update")
        .param(id)
        .query(PackageRows::row)
        .optional()
        .orElseThrow(() -> new Rejected(Rejection.notFound("package of codes")));
  }

  /** Adds a package; false when one of this id is there, because its form was sent twice. */
  boolean add(CodePackage made, UUID createdBy) {
    return db.sql(
            """
                with made as (
                  insert into code_package (id, product, codes, valid_until, payer_name, payer_email,
                                            price_cents, fee_cents, currency, created_by, created_at)
                  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing returning *)
                select book('package-sold/' || id, 'package-sold', created_at, null, null, 'code',
                            id::text, 'invoice-receivable', 'codes-outstanding',
                            price_cents * codes, currency)
                  from made
                """)
        .param(made.id())
        .param(made.product())
        .param(made.codes())
        .param(Timestamp.from(made.validUntil()))
        .param(made.payerName())
        .param(made.payerEmail())
        .param(made.priceCents())
        .param(made.feeCents())
        .param(made.currency())
        .param(createdBy)
        .param(Timestamp.from(made.createdAt()))
        .query(Long.class)
        .optional()
        .isPresent();
  }

  void close(UUID id) {
    db.sql("update code_package set closed_at = ? where id = ?")
        .params(Timestamp.from(clock.now()), id)
        .update();
  }

  void payerLink(UUID id, byte[] hash, Instant until) {
    db.sql("update code_package set payer_token_hash = ?, payer_token_expires_at = ? where id = ?")
        .params(hash, Timestamp.from(until), id)
        .update();
  }

  /** Notes a change of the running transaction with who did it. */
  void note(UUID id, String kind, String detail) {
    db.sql(
            "insert into code_package_change (package_id, kind, detail, actor, at)"
                + " values (?, ?, ?, ?, ?)")
        .params(id, kind, detail, actor.pseudonym(), Timestamp.from(clock.now()))
        .update();
  }
}
