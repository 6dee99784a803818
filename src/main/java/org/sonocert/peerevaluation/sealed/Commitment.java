package org.sonocert.peerevaluation.sealed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an audit leaf holds of sealed answers: HMAC-SHA256 of what was sealed, salt and answers,
 * under a key of its own. Format 1 was SHA-256 of salt and answers: the salt stands beside it, so
 * that whoever reads the table could have tried short answers until one fitted.
 */
final class Commitment {
  static final int FORMAT = 2;

  private final SecretKeySpec key;

  Commitment(SealKeys keys) {
    this.key = new SecretKeySpec(keys.derive("commitment/" + FORMAT), "HmacSHA256");
  }

  byte[] of(String purpose, byte[] salt, byte[] plain) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      mac.update(salt);
      return mac.doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
