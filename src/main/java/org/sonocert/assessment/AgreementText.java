package org.sonocert.assessment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The agreement as it was shown: its text is part of the task form, which belongs to a policy
 * release.
 *
 * @param release number of the policy release
 * @param sha256 hash of the task form's bytes
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record AgreementText(long release, byte[] sha256) {

  /** The text of a task form in a policy release. */
  public static AgreementText of(long release, String form) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return new AgreementText(release, digest.digest(form.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How the version is quoted. */
  public String version() {
    return "policy release " + release;
  }

  /** The hash as text. */
  public String hex() {
    return HexFormat.of().formatHex(sha256);
  }
}
