package org.sonocert.credential;

import java.time.Instant;
import java.util.HexFormat;

/**
 * A frozen certificate.
 *
 * @param number counts the credential's documents; the highest is not superseded
 * @param sha256 of the content
 */
public record Document(int number, byte[] content, byte[] sha256, Instant frozenAt) {

  /** The digest as programs and people compare it. */
  public String digest() {
    return HexFormat.of().formatHex(sha256);
  }
}
