package org.sonocert.engine.check;

import java.util.Comparator;

/** One thing that is wrong: where, which rule says so, and what to do in plain words. */
public record Finding(String path, int line, String ruleId, String message)
    implements Comparable<Finding> {
  private static final int LONGEST = 400;
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::path)
          .thenComparingInt(Finding::line)
          .thenComparing(Finding::ruleId)
          .thenComparing(Finding::message);

  /** A finding; what came out of the file cannot break the line or the screen it is printed on. */
  public Finding {
    path = path.replaceAll("\\p{Cntrl}", "?");
    message = message.replaceAll("[\\p{Cntrl}\\s\\p{Cf}]+", " ").strip();
    message = message.length() > LONGEST ? message.substring(0, LONGEST) + " …" : message;
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return path + ":" + line + " " + ruleId + " " + message;
  }
}
