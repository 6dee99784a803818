package org.sonocert.payment.codes;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.sonocert.core.DatabaseKeys;
import org.sonocert.core.KeyFile;
import org.sonocert.core.StartCheck;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key of which codes are made, {@code keys/enrollment-codes.key}. Who reads the database alone
 * learns no code, and a server with another key could show none, so it does not start.
 */
@Component
class CodeKey implements StartCheck {
  private final KeyFile file;
  private final DatabaseKeys keys;

  CodeKey(@Value("${sonocert.data:data}") Path data, DatabaseKeys keys) {
    this.file = new KeyFile(data, "enrollment-codes");
    this.keys = keys;
  }

  /** The signs of a code, always the same for its id. */
  String signs(UUID code) {
    return CodeSigns.of(file.hmac("sonocert/code/" + code));
  }

  @Override
  public List<String> findings() {
    return keys.findings(file);
  }
}
