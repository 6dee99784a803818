package org.sonocert.peerevaluation.sealed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Keyed hashes of one-time codes: six digits alone would be guessed from a plain hash at once. */
@Component
public class CodeHashes {
  private final SecretKeySpec key;

  CodeHashes(SealKeys keys) {
    this.key = new SecretKeySpec(keys.derive("code"), "HmacSHA256");
  }

  /** The hash of a nominee's code. */
  public byte[] of(UUID nominee, String code) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal((nominee + ":" + code).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
