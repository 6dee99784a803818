package org.sonocert.identity.twostep;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes that an authenticator shows: RFC 6238 with HMAC-SHA1, steps of 30 seconds and six
 * digits, which is what every authenticator can do. A clock may be one step off.
 */
public final class TimeCodes {
  static final Duration STEP = Duration.ofSeconds(30);
  static final int DIGITS = 6;

  /** Bytes of a secret: as many as the hash has, RFC 4226, 4. */
  static final int SECRET = 20;

  private static final int TOLERANCE = 1;
  private static final TimeBasedOneTimePasswordGenerator GENERATOR =
      new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);

  private TimeCodes() {}

  /** A fresh secret. */
  public static byte[] drawSecret() {
    byte[] secret = new byte[SECRET];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  /** The code of an instant. */
  public static String code(byte[] secret, Instant at) {
    try {
      return GENERATOR.generateOneTimePasswordString(
          new SecretKeySpec(secret, GENERATOR.getAlgorithm()), at);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The number of the time step of an instant, counted from 1970. */
  public static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
  }

  /** The newest step around an instant that shows this code; empty when none does. */
  static OptionalLong stepOf(byte[] secret, String code, Instant now) {
    for (long off = TOLERANCE; off >= -TOLERANCE; off--) {
      Instant at = now.plus(STEP.multipliedBy(off));
      if (same(code(secret, at), code)) {
        return OptionalLong.of(step(at));
      }
    }
    return OptionalLong.empty();
  }

  private static boolean same(String one, String other) {
    return java.security.MessageDigest.isEqual(
        one.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        other.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
