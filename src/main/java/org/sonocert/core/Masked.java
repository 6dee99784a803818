package org.sonocert.core;

import java.util.regex.Pattern;

/** Texts of others (mail servers, the database, libraries) without what names a person. */
public final class Masked {
  private static final Pattern MAILBOX = Pattern.compile("[^\\s<>\"'(),;:=]+@[^\\s<>\"'(),;:]+");
  private static final Pattern VALUE = Pattern.compile("=\\([^)]*\\)");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\w*\\d{5,}\\w*(?![\\w-])");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\\s[^\"]*\"|'[^']*\\s[^']*'");

  private Masked() {}

  /**
   * The text without mailboxes, values of rows, quoted phrases and long numbers. What is one word
   * in quotes stays, since diagrams and tables are called so.
   */
  public static String text(String said) {
    String masked = MAILBOX.matcher(said).replaceAll("[address]");
    masked = VALUE.matcher(masked).replaceAll("=([value])");
    masked = QUOTED.matcher(masked).replaceAll("[text]");
    return NUMBER.matcher(masked).replaceAll("[number]");
  }
}
