package org.sonocert.engine.check;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few forms that an expression, a condition or a time may have; everything else is refused. */
final class Grammar {
  private static final String NOT_RESERVED =
      "(?!(?:execution|task|caseExecution|externalTask|authenticatedUserId|variableContext"
          + "|true|false|null|empty|not|and|or|div|mod|eq|ne|lt|gt|le|ge|instanceof)\\b)";
  private static final String NAME_TEXT = NOT_RESERVED + "[a-z][A-Za-z0-9]{0,63}";
  private static final String WORD = "'[A-Za-z0-9][A-Za-z0-9-]{0,39}'";
  private static final String NUMBER = "-?\\d{1,9}(?:\\.\\d{1,4})?";

  static final Pattern NAME = Pattern.compile(NAME_TEXT);
  static final Pattern VARIABLE = Pattern.compile("\\$\\{(" + NAME_TEXT + ")\\}");
  static final Pattern CONDITION =
      Pattern.compile(
          "\\$\\{(?:!?("
              + NAME_TEXT
              + ")|("
              + NAME_TEXT
              + ") ?(?:(?:==|!=) ?"
              + WORD
              + "|(?:==|!=|<=?|>=?) ?"
              + NUMBER
              + "))\\}");
  static final Pattern OUTCOME =
      Pattern.compile("\\$\\{decisionResult(?:\\[0\\])?\\.(" + NAME_TEXT + ")\\}");
  static final Pattern GROUP = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");

  private static final Pattern SPAN =
      Pattern.compile("P(?:(\\d{1,4})D)?(?:T(?:(\\d{1,4})H)?(?:(\\d{1,5})M)?)?");
  private static final Pattern CYCLE = Pattern.compile("R([1-9]\\d?)/(P.+)");
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2})?Z");
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final int MOST_RETRIES = 10;

  private Grammar() {}

  /** The variable that a condition asks, or an empty text. */
  static String asked(String condition) {
    Matcher matcher = CONDITION.matcher(condition);
    if (!matcher.matches()) {
      return "";
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }

  /** The variable that an expression names, or an empty text. */
  static String named(String expression) {
    Matcher matcher = VARIABLE.matcher(expression);
    return matcher.matches() ? matcher.group(1) : "";
  }

  static boolean holdsExpression(String text) {
    return text.contains("${") || text.contains("#{");
  }

  /** Days, hours and minutes only, a minute or more: months and years are not all of one length. */
  static boolean isSpan(String text) {
    Matcher matcher = SPAN.matcher(text);
    if (!matcher.matches() || text.endsWith("T")) {
      return false;
    }
    Duration span =
        Duration.ofDays(number(matcher, 1))
            .plusHours(number(matcher, 2))
            .plusMinutes(number(matcher, 3));
    return span.compareTo(SHORTEST) >= 0;
  }

  static boolean isCycle(String text) {
    Matcher matcher = CYCLE.matcher(text);
    return matcher.matches() && isSpan(matcher.group(2));
  }

  static boolean isInstant(String text) {
    return INSTANT.matcher(text).matches();
  }

  /** A list like PT1M,PT5M,PT30M, or R3/PT5M. */
  static boolean isRetries(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length == 1 && isCycle(text)) {
      return true;
    }
    for (String part : parts) {
      if (!isSpan(part)) {
        return false;
      }
    }
    return parts.length <= MOST_RETRIES;
  }

  private static long number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
