package org.sonocert.engine.check;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds the start tags of a well-formed XML text one after the other, with the exact line of each
 * tag and of each attribute: a parser reports only where a tag ends.
 */
final class TagLines {
  /** Where a tag begins, and its attributes by the name as written. */
  record Tag(int line, Map<String, Integer> attributes) {}

  private final String text;
  private int at;
  private int line = 1;

  TagLines(String text) {
    this.text = text;
  }

  /** The next start tag; call it once for each element in the order of the file. */
  Tag next() {
    while (at < text.length()) {
      if (text.charAt(at) != '<') {
        step();
      } else if (text.startsWith("<!--", at)) {
        skipBehind("-->");
      } else if (text.startsWith("<![CDATA[", at)) {
        skipBehind("]]>");
      } else if (text.startsWith("<?", at)) {
        skipBehind("?>");
      } else if (text.startsWith("</", at)) {
        skipBehind(">");
      } else {
        return tag();
      }
    }
    return new Tag(line, Map.of());
  }

  private Tag tag() {
    int start = line;
    Map<String, Integer> attributes = new HashMap<>();
    StringBuilder word = new StringBuilder();
    int wordLine = line;
    step();
    while (at < text.length() && text.charAt(at) != '>') {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        step();
        skipBehind(String.valueOf(c));
        word.setLength(0);
        continue;
      }
      if (c == '=') {
        attributes.put(word.toString().strip(), wordLine);
      } else if (Character.isWhitespace(c)) {
        if (!word.toString().isBlank() && !equalsFollows()) {
          word.setLength(0);
        }
      } else {
        if (word.length() == 0) {
          wordLine = line;
        }
        word.append(c);
      }
      step();
    }
    step();
    return new Tag(start, attributes);
  }

  private boolean equalsFollows() {
    int i = at;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i < text.length() && text.charAt(i) == '=';
  }

  private void skipBehind(String end) {
    int found = text.indexOf(end, at);
    int target = found < 0 ? text.length() : found + end.length();
    while (at < target) {
      step();
    }
  }

  private void step() {
    if (at < text.length() && text.charAt(at) == '\n') {
      line++;
    }
    at++;
  }
}
