package org.sonocert.peerevaluation.sealed;

import java.nio.file.Path;
import org.sonocert.core.KeyFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The key of sealed answers, {@code keys/sealed-answers.key}. Each use has its own, derived. */
@Component
class SealKeys {
  private final KeyFile file;

  SealKeys(@Value("${sonocert.data:data}") Path data) {
    file = new KeyFile(data, "sealed-answers");
  }

  /** The file, for the check at start. */
  KeyFile file() {
    return file;
  }

  /** Names the key without revealing it, so that a row says which key sealed it. */
  String id() {
    return file.id();
  }

  /** The key for one use; knowing it does not give the others. */
  byte[] derive(String use) {
    return file.hmac("sonocert/" + use);
  }
}
