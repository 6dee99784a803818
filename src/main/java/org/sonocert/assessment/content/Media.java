package org.sonocert.assessment.content;

import java.util.Optional;
import org.sonocert.assessment.Exposure;
import org.sonocert.assessment.Sitting;
import org.sonocert.assessment.Sittings;
import org.sonocert.assessment.TestForm;
import org.sonocert.assessment.TestForms;
import org.sonocert.core.AccountId;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The files of cases, shown to whoever sits them, while they sit and as far as they have come. */
@Component
public class Media {
  private final Sittings sittings;
  private final TestForms forms;
  private final Exposure exposure;
  private final ContentFolder folder;

  Media(Sittings sittings, TestForms forms, Exposure exposure, ContentFolder folder) {
    this.sittings = sittings;
    this.forms = forms;
    this.exposure = exposure;
    this.folder = folder;
  }

  /**
   * A file of a case that a sitting of the candidate holds; empty for any other.
   *
   * @throws org.sonocert.core.Rejected when the sitting is over, or not there
   */
  public Optional<Resource> of(AccountId candidate, String caseId, int version, String file) {
    return sittings
        .holding(candidate, caseId, version)
        .flatMap(sitting -> owned(sitting, forms.get(sitting.form()), caseId, file));
  }

  /** A file of the sample clip. */
  public Resource sample(String file) {
    return folder.sample(file);
  }

  private Optional<Resource> owned(Sitting sitting, TestForm form, String caseId, String file) {
    boolean owned = form.cases().stream().anyMatch(c -> c.id().equals(caseId) && c.owns(file));
    if (!owned) {
      return Optional.empty();
    }
    exposure.requireRunning(sitting);
    exposure.requireReached(sitting, form, caseId, file);
    return Optional.of(file.endsWith(".vtt") ? folder.captions(caseId, file) : folder.medium(file))
        .filter(Resource::exists);
  }
}
