package org.sonocert.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.sonocert.core.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The loaded test forms. A test form never changes once loaded, so each is read once and kept in
 * memory, without keys.
 */
@Repository
public class TestForms {
  private final JdbcClient db;
  private final JsonMapper json = JsonMapper.shared();
  private final Map<TestForm.Id, TestForm> read = new ConcurrentHashMap<>();

  TestForms(JdbcClient db) {
    this.db = db;
  }

  /** The test form of that name and version. */
  public TestForm get(TestForm.Id id) {
    TestForm known = read.get(id);
    if (known == null) {
      known = read(id);
      read.put(id, known);
    }
    return known;
  }

  /**
   * The test form for a new sitting: of those released for the area the one whose items the
   * candidate has seen least, and of equals the newest.
   */
  public Optional<TestForm> choose(String area, AccountId candidate) {
    return db.sql(
            """
            select f.id, f.version from test_form f
             where f.area = ?
             order by (select count(*) from test_form_case c
                        where c.form_id = f.id and c.form_version = f.version
                          and c.case_id in (select seen.case_id from sitting s
                              join test_form_case seen on seen.form_id = s.form_id
                               and seen.form_version = s.form_version
                             where s.candidate_id = ?)),
                   f.released_at desc, f.version desc, f.id
             limit 1
            """)
        .params(area, candidate.value())
        .query((row, n) -> new TestForm.Id(row.getString(1), row.getInt(2)))
        .optional()
        .map(this::get);
  }

  /** The keys of every item of the test form; for scoring only. */
  List<ItemKey> keys(TestForm.Id id) {
    return db.sql(
            """
            select k.item_id, i.outcome, k.scored, k.correct
              from test_form_case c
              join item_key k using (case_id, case_version)
              join item i on i.case_id = k.case_id and i.case_version = k.case_version
               and i.id = k.item_id
             where c.form_id = ? and c.form_version = ?
             order by c.number, i.number
            """)
        .params(id.name(), id.version())
        .query(
            (row, n) ->
                new ItemKey(
                    row.getString(1),
                    row.getString(2),
                    row.getBoolean(3),
                    Set.of((String[]) row.getArray(4).getArray())))
        .list();
  }

  private TestForm read(TestForm.Id id) {
    List<ClinicalCase> cases =
        db.sql(
                """
                select k.content || jsonb_build_object('items',
                       (select jsonb_agg(i.content order by i.number) from item i
                         where i.case_id = k.id and i.case_version = k.version)) as whole
                  from test_form_case c
                  join clinical_case k on k.id = c.case_id and k.version = c.case_version
                 where c.form_id = ? and c.form_version = ? order by c.number
                """)
            .params(id.name(), id.version())
            .query((row, n) -> json.readValue(row.getString("whole"), ClinicalCase.class))
            .list();
    return db.sql("select * from test_form where id = ? and version = ?")
        .params(id.name(), id.version())
        .query((row, n) -> form(id, row, cases))
        .single();
  }

  private static TestForm form(TestForm.Id id, ResultSet row, List<ClinicalCase> cases)
      throws SQLException {
    return new TestForm(
        id,
        row.getString("area"),
        row.getString("title"),
        row.getString("note"),
        row.getInt("cut_percent"),
        cases);
  }
}
