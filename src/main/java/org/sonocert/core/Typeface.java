package org.sonocert.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The product's typeface for files. Its table of joined signs is left aside: a sign that stands for
 * two letters, as for those in the middle of "after", has no text behind it, so that a screen
 * reader, a search and a copied name would miss both letters.
 */
public final class Typeface {
  private static final String FOLDER = "/credential/fonts/";
  private static final byte[] JOINED = "GSUB".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = 12;
  private static final int ENTRY = 16; // of the list of tables, tag first

  private Typeface() {}

  /** A cut by the name of its file. */
  public static InputStream open(String file) {
    try (InputStream found = Typeface.class.getResourceAsStream(FOLDER + file)) {
      if (found == null) {
        throw new IllegalStateException("The typeface " + file + " is missing");
      }
      return new ByteArrayInputStream(withoutJoinedSigns(found.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("The typeface " + file + " cannot be read", e);
    }
  }

  /** Renames the table, so that no reader of fonts looks for it. */
  private static byte[] withoutJoinedSigns(byte[] font) {
    int tables = ByteBuffer.wrap(font).getShort(4);
    for (int at = HEADER; at < HEADER + tables * ENTRY; at += ENTRY) {
      if (Arrays.equals(font, at, at + JOINED.length, JOINED, 0, JOINED.length)) {
        font[at] = 'x';
      }
    }
    return font;
  }
}
