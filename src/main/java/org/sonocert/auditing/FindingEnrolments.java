package org.sonocert.auditing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sonocert.enrolment.EnrolmentState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds enrolments by number, serial, product, outcome and period, newest first, page by page. */
@Component
public class FindingEnrolments {
  static final int PAGE = 25;
  private static final String COLUMNS =
      "select e.id, e.product, e.state, e.opened_at, e.purchased_at, e.ended_at from app.enrolment e";

  private final ReaderDatabase reader;

  FindingEnrolments(ReaderDatabase reader) {
    this.reader = reader;
  }

  /** One line; nobody's name stands in it. */
  public record Found(
      UUID id,
      String product,
      EnrolmentState state,
      Instant openedAt,
      @Nullable Instant purchasedAt,
      @Nullable Instant endedAt) {}

  /**
   * A page of lines.
   *
   * @param next what to ask for the page after it; null on the last
   */
  public record Page(List<Found> lines, @Nullable String next) {}

  /** What is found. A number or a serial finds one enrolment, whatever else is asked. */
  public Page find(Search search) {
    if (!search.number().isBlank()) {
      return new Page(byNumber(search), null);
    }
    List<Object> params = new ArrayList<>();
    String sql = COLUMNS + where(search, params) + " order by e.opened_at desc, e.id desc limit ?";
    params.add(PAGE + 1);
    List<Found> lines = reader.db().sql(sql).params(params).query(FindingEnrolments::row).list();
    if (lines.size() <= PAGE) {
      return new Page(lines, null);
    }
    Found last = lines.get(PAGE - 1);
    return new Page(lines.subList(0, PAGE), last.openedAt() + "_" + last.id());
  }

  private List<Found> byNumber(Search search) {
    JdbcClient db = reader.db();
    UUID id = search.id();
    return id != null
        ? db.sql(COLUMNS + " where e.id = ?").param(id).query(FindingEnrolments::row).list()
        : db.sql(
                COLUMNS
                    + " where e.id = (select enrolment_id from app.credential where serial = ?)")
            .param(search.number().strip().toUpperCase(java.util.Locale.ROOT))
            .query(FindingEnrolments::row)
            .list();
  }

  private static String where(Search search, List<Object> params) {
    StringBuilder where = new StringBuilder(" where true");
    add(where, params, " and e.product = ?", search.product().isBlank() ? null : search.product());
    add(where, params, " and e.state = ?", search.state());
    add(where, params, " and e.opened_at >= ?", timestamp(search.begin()));
    add(where, params, " and e.opened_at < ?", timestamp(search.end()));
    Search.Cursor cursor = search.cursor();
    if (cursor != null) {
      where.append(" and (e.opened_at, e.id) < (?, ?)");
      params.add(Timestamp.from(cursor.openedAt()));
      params.add(cursor.id());
    }
    return where.toString();
  }

  private static void add(
      StringBuilder where, List<Object> params, String condition, @Nullable Object value) {
    if (value != null) {
      where.append(condition);
      params.add(value);
    }
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static Found row(ResultSet row, int n) throws SQLException {
    return new Found(
        row.getObject(1, UUID.class),
        row.getString(2),
        EnrolmentState.of(row.getString(3)),
        row.getTimestamp(4).toInstant(),
        instant(row, 5),
        instant(row, 6));
  }

  static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
