package org.sonocert.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with one key: 12 random bytes, then ciphertext and tag. What it was sealed for is
 * part of the seal, so that a row moved to another person cannot be opened.
 */
public final class SealedBox {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /** Seals and opens with this key of 32 bytes. */
  public SealedBox(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** The plain text, sealed for one purpose. */
  public byte[] seal(String purpose, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, purpose, nonce, plain);
    byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, all, NONCE, sealed.length);
    return all;
  }

  /**
   * What was sealed for this purpose.
   *
   * @throws IllegalStateException when it does not open
   */
  public byte[] open(String purpose, byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE);
    return run(
        Cipher.DECRYPT_MODE, purpose, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
  }

  private byte[] run(int mode, String purpose, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A seal does not open: wrong key or changed row", e);
    }
  }
}
