package org.sonocert.identity.twostep;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.sonocert.core.AccountId;
import org.sonocert.core.DatabaseKeys;
import org.sonocert.core.KeyFile;
import org.sonocert.core.SealedBox;
import org.sonocert.core.StartCheck;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key {@code keys/second-step.key}: seals authenticators' secrets and hashes recovery codes, so
 * that who reads the database alone can sign in as nobody.
 */
@Component
class StepKey implements StartCheck {
  private final KeyFile file;
  private final SealedBox box;
  private final DatabaseKeys keys;

  StepKey(@Value("${sonocert.data:data}") Path data, DatabaseKeys keys) {
    this.file = new KeyFile(data, "second-step");
    this.box = new SealedBox(file.hmac("sonocert/second-step"));
    this.keys = keys;
  }

  /** Says which key sealed a row. */
  String id() {
    return file.id();
  }

  byte[] seal(AccountId owner, byte[] secret) {
    return box.seal("second-step/" + owner, secret);
  }

  byte[] open(AccountId owner, byte[] sealed) {
    return box.open("second-step/" + owner, sealed);
  }

  /** What the database keeps of a recovery code. */
  byte[] hash(AccountId owner, String code) {
    return file.hmac("sonocert/recovery-code/" + owner + "/" + code);
  }

  /** Codes on their way to the one page that shows them. */
  String sealText(AccountId owner, String text) {
    return Base64.getEncoder()
        .encodeToString(box.seal("recovery-codes/" + owner, text.getBytes(StandardCharsets.UTF_8)));
  }

  String openText(AccountId owner, String sealed) {
    return new String(
        box.open("recovery-codes/" + owner, Base64.getDecoder().decode(sealed)),
        StandardCharsets.UTF_8);
  }

  @Override
  public List<String> findings() {
    return keys.findings(file);
  }
}
