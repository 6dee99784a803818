package org.sonocert.testing;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;

/** A person's authenticator: reads the secret as it stands on a page, and shows codes. */
public final class Authenticator {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final Duration STEP = Duration.ofSeconds(30);

  private final byte[] secret;

  /** Types the secret in, blanks and all. */
  public Authenticator(String typed) {
    secret = secret(typed);
  }

  /** What it shows so many steps of 30 seconds after an instant. */
  public String code(Instant at, int steps) {
    var generator = new TimeBasedOneTimePasswordGenerator();
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(secret, generator.getAlgorithm()), at.plus(STEP.multipliedBy(steps)));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bytes of a secret in base 32. */
  public static byte[] secret(String typed) {
    String text = typed.replace(" ", "");
    byte[] bytes = new byte[text.length() * 5 / 8];
    long held = 0;
    int bits = 0;
    int at = 0;
    for (char sign : text.toCharArray()) {
      held = held << 5 | BASE32.indexOf(sign);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (held >> bits);
      }
    }
    return Arrays.copyOf(bytes, at);
  }
}
