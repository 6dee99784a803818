package org.sonocert.assessment.content;

import java.util.Optional;
import org.sonocert.assessment.TestForm;
import org.sonocert.assessment.TestForms;
import org.sonocert.core.AccountId;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of cases, and who may see them: exposure ends when the sitting is handed in. */
@Component
public class Media {
  private final JdbcClient db;
  private final TestForms forms;
  private final ContentFolder folder;

  Media(JdbcClient db, TestForms forms, ContentFolder folder) {
    this.db = db;
    this.forms = forms;
    this.folder = folder;
  }

  /** A file of a case that a running sitting of the candidate holds; empty for any other. */
  public Optional<Resource> of(AccountId candidate, String caseId, int version, String file) {
    return db.sql(
            """
            select s.form_id, s.form_version from sitting s
              join test_form_case c using (form_id, form_version)
             where s.candidate_id = ? and s.finished_at is null
               and c.case_id = ? and c.case_version = ?
             limit 1
            """)
        .params(candidate.value(), caseId, version)
        .query((row, n) -> new TestForm.Id(row.getString(1), row.getInt(2)))
        .optional()
        .flatMap(form -> owned(form, caseId, file));
  }

  /** A file of the sample clip. */
  public Resource sample(String file) {
    return folder.sample(file);
  }

  private Optional<Resource> owned(TestForm.Id form, String caseId, String file) {
    return forms.get(form).cases().stream()
        .filter(c -> c.id().equals(caseId) && c.owns(file))
        .findFirst()
        .map(c -> file.endsWith(".vtt") ? folder.captions(caseId, file) : folder.medium(file))
        .filter(Resource::exists);
  }
}
