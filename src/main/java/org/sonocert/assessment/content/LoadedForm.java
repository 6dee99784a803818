package org.sonocert.assessment.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What must hold for a test form before it may be released. */
final class LoadedForm {
  private LoadedForm() {}

  static List<String> problems(FormFile form, StoredContent stored) {
    List<String> problems = new ArrayList<>();
    if (form.cases().isEmpty() || new HashSet<>(form.cases()).size() != form.cases().size()) {
      problems.add("it has no case, or one twice");
    }
    for (FormFile.CaseRef ref : form.cases()) {
      String area = stored.areaOfCase(ref.id(), ref.version());
      if (!form.area().equals(area)) {
        problems.add(
            "case " + ref.id() + " version " + ref.version() + " is not loaded or of another area");
      }
    }
    if (form.passMark().percent() < 1 || form.passMark().percent() > 100) {
      problems.add("its cut is no percentage");
    }
    return problems;
  }

  static byte[] hash(byte[] file) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(file);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
