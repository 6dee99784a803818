package org.sonocert.payment.codes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The packages as they are read, with their counts, and who changed them. */
@Repository
class PackageRows {
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
  private final ProgrammeClock clock;

  PackageRows(JdbcClient db, ProgrammeClock clock) {
    this.db = db;
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
        .query(PackageRows::counted)
        .list();
  }

  Optional<Counted> find(UUID id) {
    Timestamp now = Timestamp.from(clock.now());
    return db.sql(COUNTED + " where p.id = ? group by p.id")
        .params(now, now, id)
        .query(PackageRows::counted)
        .optional();
  }

  /** The package whose payer's link has this hash, while the link holds. */
  Optional<Counted> ofPayer(byte[] tokenHash, Instant machineNow) {
    Timestamp now = Timestamp.from(clock.now());
    return db.sql(
            COUNTED
                + " where p.payer_token_hash = ? and p.payer_token_expires_at > ? group by p.id")
        .params(now, now, tokenHash, Timestamp.from(machineNow))
        .query(PackageRows::counted)
        .optional();
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

  static CodePackage row(ResultSet row, int n) throws SQLException {
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
