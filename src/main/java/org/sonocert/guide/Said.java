package org.sonocert.guide;

import java.util.Locale;
import java.util.Objects;

/** A text of a data file in both languages of the pages. */
public record Said(String en, String es) {
  public Said {
    Objects.requireNonNull(en, "a text is missing in English");
    Objects.requireNonNull(es, "a text is missing in Spanish");
  }

  /** The text in a language; English where the file has no other. */
  public String in(Locale language) {
    return language.getLanguage().equals("es") ? es : en;
  }
}
