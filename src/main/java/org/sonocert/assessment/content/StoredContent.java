package org.sonocert.assessment.content;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.util.Locale;
import org.sonocert.core.ProgrammeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables of content. Rows are only ever added; keys stand apart from what is shown. */
@Repository
class StoredContent {
  private final JdbcClient db;
  private final ProgrammeClock clock;
  private final JsonMapper json = JsonMapper.shared();

  StoredContent(JdbcClient db, ProgrammeClock clock) {
    this.db = db;
    this.clock = clock;
  }

  byte[] hashOfCase(String id, int version) {
    return hash("select hash from clinical_case where id = ? and version = ?", id, version);
  }

  byte[] hashOfForm(String id, int version) {
    return hash("select hash from test_form where id = ? and version = ?", id, version);
  }

  /** The area of a loaded case, empty when it is not loaded. */
  String areaOfCase(String id, int version) {
    return db.sql("select area from clinical_case where id = ? and version = ?")
        .params(id, version)
        .query(String.class)
        .optional()
        .orElse("");
  }

  void add(LoadedCase found) {
    CaseFile file = found.file();
    int added =
        db.sql(
                """
                insert into clinical_case
                  (id, version, area, title, language, content, hash, loaded_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing
                """)
            .params(file.id(), file.version(), file.area(), file.title(), file.language())
            .param(json.writeValueAsString(found.content()))
            .param(found.hash())
            .param(Timestamp.from(clock.now()))
            .update();
    for (int n = 0; added == 1 && n < file.items().size(); n++) {
      add(file, n + 1, file.items().get(n));
    }
  }

  private void add(CaseFile file, int number, CaseFile.ItemEntry item) {
    db.sql(
            """
            insert into item
              (case_id, case_version, id, number, kind, purpose, outcome, content)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """)
        .params(file.id(), file.version(), item.id(), number)
        .params(item.kind().name().toLowerCase(Locale.ROOT), item.purpose(), item.outcome())
        .param(json.writeValueAsString(item.withoutKey()))
        .update();
    db.sql("insert into item_key values (?, ?, ?, ?, ?, ?)")
        .params(file.id(), file.version(), item.id(), item.scored())
        .param(item.key().toArray(String[]::new))
        .param(item.rationale().strip())
        .update();
  }

  void add(FormFile form, byte[] hash) {
    int added =
        db.sql(
                """
                insert into test_form (id, version, area, title, language, note, cut_percent,
                  cut_method, cut_panel, cut_date, released_at, hash, loaded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(form.id(), form.version(), form.area(), form.title(), form.language())
            .param(form.note())
            .params(form.passMark().percent(), form.passMark().method())
            .param(form.passMark().panel())
            .params(Date.valueOf(form.passMark().date()))
            .param(Timestamp.from(form.date().atStartOfDay(ZoneOffset.UTC).toInstant()))
            .params(hash, Timestamp.from(clock.now()))
            .update();
    for (int n = 0; added == 1 && n < form.cases().size(); n++) {
      FormFile.CaseRef ref = form.cases().get(n);
      db.sql("insert into test_form_case values (?, ?, ?, ?, ?)")
          .params(form.id(), form.version(), n + 1, ref.id(), ref.version())
          .update();
    }
  }

  private byte[] hash(String sql, String id, int version) {
    return db.sql(sql)
        .params(id, version)
        .query((row, n) -> row.getBytes(1))
        .optional()
        .orElse(new byte[0]);
  }
}
