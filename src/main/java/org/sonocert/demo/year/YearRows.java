package org.sonocert.demo.year;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of the demo's year, and what it came to. */
@Repository
@Profile("demo")
class YearRows {
  private final JdbcClient db;

  YearRows(JdbcClient db) {
    this.db = db;
  }

  /** The year of this database. */
  record Year(int enrolments, long seed, Instant beginsAt, @Nullable Instant finishedAt) {}

  Optional<Year> find() {
    return db.sql("select enrolments, seed, begins_at, finished_at from demo_year")
        .query(
            (row, n) ->
                new Year(
                    row.getInt(1),
                    row.getLong(2),
                    row.getTimestamp(3).toInstant(),
                    row.getTimestamp(4) == null ? null : row.getTimestamp(4).toInstant()))
        .optional();
  }

  /** Nobody has applied yet. */
  boolean fresh() {
    return db.sql("select not exists (select 1 from enrolment)").query(Boolean.class).single();
  }

  void begin(Year year) {
    db.sql("insert into demo_year (enrolments, seed, begins_at) values (?, ?, ?)")
        .params(year.enrolments(), year.seed(), Timestamp.from(year.beginsAt()))
        .update();
  }

  void finish(Instant at) {
    db.sql("update demo_year set finished_at = ?").param(Timestamp.from(at)).update();
  }

  /** How many enrolments are in which state. */
  Map<String, Integer> outcomes() {
    Map<String, Integer> counted = new TreeMap<>();
    db.sql("select state, count(*)::int from enrolment group by 1")
        .query((row, n) -> counted.put(row.getString(1), row.getInt(2)))
        .list();
    return counted;
  }

  /** Bytes of the whole database, indexes included. */
  long bytes() {
    return db.sql("select pg_database_size(current_database())").query(Long.class).single();
  }

  /** Rows of all tables, as the database estimates them after counting anew. */
  long rows() {
    return db.sql(
            """
            select sum(n_live_tup)::bigint from pg_stat_user_tables
             where schemaname in ('app', 'camunda', 'quartz')
            """)
        .query(Long.class)
        .single();
  }
}
