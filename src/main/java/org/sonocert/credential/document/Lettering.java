package org.sonocert.credential.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.sonocert.core.Typeface;

/** The two cuts of the document's typeface, and which letters they have. */
final class Lettering {
  static final String FAMILY = "Source Sans 3";
  static final String REGULAR = "SourceSans3-Regular.ttf";
  static final String SEMIBOLD = "SourceSans3-SemiBold.ttf";

  private final CmapLookup letters;

  Lettering() {
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(open(SEMIBOLD)))) {
      letters = font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException("The certificate's typeface cannot be read", e);
    }
  }

  /** Whether every letter can be printed. */
  boolean has(String text) {
    return text.codePoints().allMatch(c -> letters.getGlyphId(c) != 0);
  }

  /** The file of a cut. */
  static InputStream open(String file) {
    return Typeface.open(file);
  }
}
