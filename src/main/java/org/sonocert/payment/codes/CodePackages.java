package org.sonocert.payment.codes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  private static final String COUNTED =
      """
      select p.*,
             count(*) filter (where c.state = 'unused' and p.closed_at is null
                                and c.valid_until >= ?) as unused,
             count(*) filter (where c.state = 'reserved') as reserved,
             count(*) filter (where c.state = 'used') as used,
             count(*) filter (where c.state = 'unused'
                                and (p.closed_at is not null or c.valid_until < ?)) as closed
        from code_package p join enrollment_code c on c.package_id = p.id
      """;

  private final JdbcClient db;
  private final Actor actor;
  private final ProgrammeClock clock;

  CodePackages(JdbcClient db, Actor actor, ProgrammeClock clock) {
    this.db = db;
    this.actor = actor;
    this.clock = clock;
  }

  /** A package with its counts. */
  record Counted(CodePackage made, Counts counts) {}

  /** A note of who changed a package. */
  record Noted(String kind, String detail, String actor, Instant at) {}

  /** The newest packages first. */
  List<Counted> newest(int most) {
    Timestamp now = Timestamp.from(clock.now());
    return db.sql(COUNTED + " group by p.id order by p.created_at desc, p.id limit ?")
        .params(now, now, most)
        .query(CodePackages::counted)
        .list();
  }

  Optional<Counted> find(UUID id) {
    Timestamp now = Timestamp.from(clock.now());
    return db.sql(COUNTED + " where p.id = ? group by p.id")
        .params(now, now, id)
        .query(CodePackages::counted)
        .optional();
  }

  /** The package whose payer's link has this hash, while the link holds. */
  Optional<Counted> ofPayer(byte[] tokenHash, Instant machineNow) {
    Timestamp now = Timestamp.from(clock.now());
    return db.sql(
            COUNTED
                + " where p.payer_token_hash = ? and p.payer_token_expires_at > ? group by p.id")
        .params(now, now, tokenHash, Timestamp.from(machineNow))
        .query(CodePackages::counted)
        .optional();
  }

  /**
   * The package, locked until the transaction ends.
   *
   * @throws Rejected NOT_FOUND when there is none
   */
  CodePackage lock(UUID id) {
    return db.sql("select * from code_package where id = ? for update")
        .param(id)
        .query(CodePackages::row)
        .optional()
        .orElseThrow(() -> new Rejected(Rejection.notFound("package of codes")));
  }

  /** Adds a package; false when one of this id is there, because its form was sent twice. */
  boolean add(CodePackage made, UUID createdBy) {
    return db.sql(
                """
                insert into code_package (id, product, codes, valid_until, payer_name, payer_email,
                                          price_cents, fee_cents, currency, created_by, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
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
            .update()
        == 1;
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

  /** What was noted of a package, oldest first. */
  List<Noted> notes(UUID id) {
    return db.sql(
            """
            select n.kind, n.detail, coalesce(p.name, n.actor), n.at
              from code_package_change n
              left join v_identity_name p on n.actor = 'account:' || p.account_id
             where n.package_id = ? order by n.id
            """)
        .param(id)
        .query(
            (row, n) ->
                new Noted(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getTimestamp(4).toInstant()))
        .list();
  }

  private static Counted counted(ResultSet row, int n) throws SQLException {
    return new Counted(
        row(row, n),
        new Counts(
            row.getInt("unused"),
            row.getInt("reserved"),
            row.getInt("used"),
            row.getInt("closed")));
  }

  private static CodePackage row(ResultSet row, int n) throws SQLException {
    return new CodePackage(
        row.getObject("id", UUID.class),
        row.getString("product"),
        row.getInt("codes"),
        row.getTimestamp("valid_until").toInstant(),
        row.getString("payer_name"),
        row.getString("payer_email"),
        row.getLong("price_cents"),
        row.getLong("fee_cents"),
        row.getString("currency"),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("closed_at")),
        instant(row.getTimestamp("payer_token_expires_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
