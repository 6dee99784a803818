package org.sonocert.media;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A written script: paragraphs of the form {@code **Speaker:** words}, cut into short lines. */
record Script(List<Line> lines) {
  /** What one voice says in one caption. */
  record Line(String speaker, String words, boolean endsParagraph) {}

  /** Two caption rows of 42 characters. */
  static final int LONGEST = 84;

  private static final Pattern PARAGRAPH = Pattern.compile("\\*\\*([^:*]+):\\*\\* (.+)");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.?!:]) ");
  private static final Pattern CLAUSE = Pattern.compile("(?<=[,;]) ");

  static Script parse(String markdown) {
    List<Line> lines = new ArrayList<>();
    for (String paragraph : markdown.split("\\R\\s*\\R")) {
      Matcher spoken = PARAGRAPH.matcher(paragraph.strip().replaceAll("\\s+", " "));
      if (spoken.matches()) {
        List<String> parts = cut(spoken.group(2));
        for (int i = 0; i < parts.size(); i++) {
          lines.add(new Line(spoken.group(1), parts.get(i), i == parts.size() - 1));
        }
      }
    }
    return new Script(lines);
  }

  private static List<String> cut(String words) {
    List<String> parts = new ArrayList<>();
    for (String sentence : SENTENCE.split(words)) {
      if (sentence.length() <= LONGEST) {
        parts.add(sentence);
      } else {
        parts.addAll(joinClauses(CLAUSE.split(sentence)));
      }
    }
    return parts;
  }

  private static List<String> joinClauses(String[] clauses) {
    List<String> parts = new ArrayList<>();
    for (String clause : clauses) {
      int last = parts.size() - 1;
      if (last >= 0 && parts.get(last).length() + clause.length() < LONGEST) {
        parts.set(last, parts.get(last) + " " + clause);
      } else {
        parts.add(clause);
      }
    }
    return parts;
  }
}
