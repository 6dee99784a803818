package org.sonocert.assessment.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sonocert.assessment.Stage;

/** Reads a written script: a paragraph a line of speech, {@code **Speaker:** what is said}. */
final class Script {
  private static final Pattern SPOKEN = Pattern.compile("\\*\\*(.+?):\\*\\*\\s*(.+)");

  private Script() {}

  static List<Stage.Line> read(String markdown) {
    List<Stage.Line> lines = new ArrayList<>();
    for (String paragraph : markdown.strip().split("\\R\\s*\\R", -1)) {
      String text = paragraph.strip().replaceAll("\\s*\\R\\s*", " ");
      Matcher spoken = SPOKEN.matcher(text);
      if (spoken.matches()) {
        lines.add(new Stage.Line(spoken.group(1), spoken.group(2)));
      } else if (!text.startsWith("#") && !text.isEmpty()) {
        lines.add(new Stage.Line("", text));
      }
    }
    return lines;
  }
}
