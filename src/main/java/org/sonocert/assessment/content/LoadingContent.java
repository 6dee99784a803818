package org.sonocert.assessment.content;

import java.security.MessageDigest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Loads cases and test forms at start. What is loaded under an id and version stays as it is: a
 * changed file needs a new version. A file with problems is not loaded, so its area stays closed.
 */
@Service
@Order(0)
public class LoadingContent implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(LoadingContent.class);

  private final ContentFolder folder;
  private final StoredContent stored;
  private final TransactionOperations transaction;

  LoadingContent(ContentFolder folder, StoredContent stored, TransactionOperations transaction) {
    this.folder = folder;
    this.stored = stored;
    this.transaction = transaction;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    folder.cases().forEach(found -> load(LoadedCase.of(found, folder)));
    folder.forms().forEach(this::load);
  }

  private void load(LoadedCase found) {
    String name = "case " + found.file().id() + " version " + found.file().version();
    byte[] known = stored.hashOfCase(found.file().id(), found.file().version());
    if (known.length > 0) {
      same(name, known, found.hash());
    } else if (found.problems().isEmpty()) {
      transaction.executeWithoutResult(status -> stored.add(found));
      log.info("Loaded {}", name);
    } else {
      log.error("Not loaded: {}: {}", name, String.join("; ", found.problems()));
    }
  }

  private void load(ContentFolder.Found<FormFile> found) {
    FormFile form = found.file();
    String name = "test form " + form.id() + " version " + form.version();
    byte[] hash = LoadedForm.hash(found.bytes());
    byte[] known = stored.hashOfForm(form.id(), form.version());
    List<String> missing = LoadedForm.problems(form, stored);
    if (known.length > 0) {
      same(name, known, hash);
    } else if (missing.isEmpty()) {
      transaction.executeWithoutResult(status -> stored.add(form, hash));
      log.info("Loaded {}", name);
    } else {
      log.error("Not loaded: {}: {}", name, String.join("; ", missing));
    }
  }

  private static void same(String name, byte[] known, byte[] now) {
    if (!MessageDigest.isEqual(known, now)) {
      log.warn(
          "{} was changed after it was loaded; what was loaded stays, raise its version", name);
    }
  }
}
