package org.sonocert.identity.twostep;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What an authenticator reads: the address as text, and the same as a path to draw in an SVG.
 *
 * @param path of dark squares, one unit each
 * @param size of the square that holds them
 * @param secret in groups of four, for typing
 */
public record StepPicture(String path, int size, String secret) {
  private static final int QUIET_ZONE = 4;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** The picture of a secret for an account of ours. */
  public static StepPicture of(byte[] secret, String issuer, String account) {
    String text = base32(secret);
    String label = encode(issuer) + ":" + encode(account);
    BitMatrix modules =
        modules("otpauth://totp/" + label + "?secret=" + text + "&issuer=" + encode(issuer));
    return new StepPicture(
        path(modules), modules.getWidth(), text.replaceAll("(.{4})(?!$)", "$1 "));
  }

  /** RFC 4648, 6; twenty bytes need no padding. */
  static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte b : bytes) {
      held = (held << 8 | (b & 0xff)) & 0xffff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt(held >> bits & 31));
      }
    }
    return text.toString();
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              1,
              1,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.MARGIN,
                  QUIET_ZONE));
    } catch (WriterException e) {
      throw new IllegalArgumentException("No code can hold " + text.length() + " signs", e);
    }
  }

  private static String path(BitMatrix modules) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
