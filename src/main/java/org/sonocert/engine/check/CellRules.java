package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cell of a decision table may say. */
final class CellRules {
  private static final Set<Kind> DMN = EnumSet.of(Kind.DMN);
  private static final Set<String> FEEL =
      Set.of("feel", "https://www.omg.org/spec/DMN/20191111/FEEL/");
  private static final Set<String> TYPES =
      Set.of("string", "boolean", "integer", "long", "double", "date");
  private static final String NAME =
      "(?!(?:for|some|every|function|if|return)\\b)[a-z][A-Za-z0-9]{0,63}";
  private static final String TERM = "(?:-?\\d{1,9}(?:\\.\\d{1,6})?|\"[^\"\\\\]*\"|" + NAME + ")";
  private static final String TEST =
      "(?:(?:<=?|>=?)? ?" + TERM + "|[\\[\\]\\(]" + TERM + " ?\\.\\. ?" + TERM + "[\\]\\)\\[])";
  private static final Pattern ONE_TEST = Pattern.compile(TEST);
  private static final Pattern ONE_TERM = Pattern.compile(TERM);
  private static final Pattern COMMA = Pattern.compile(" ?, ?");
  private static final Pattern OPERATOR = Pattern.compile(" ?[-+*/] ?");
  private static final String NOT = "not(";

  private CellRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.file(
                "feel-only",
                DMN,
                "the cell is run as a program on the server",
                (file, report) -> {
                  for (Node node : file.nodes()) {
                    for (String name : List.of("expressionLanguage", "typeLanguage")) {
                      if (!FEEL.contains(node.value(name, "feel"))) {
                        report.at(
                            node.lineOf(name),
                            "Cells are written in FEEL only. Remove the language.");
                      }
                    }
                  }
                })
            .inGuard(),
        Rule.file(
                "plain-cell",
                DMN,
                "the table calls functions, which can run long or reach the program",
                CellRules::allCells)
            .inGuard(),
        Rule.file(
            "known-type",
            DMN,
            "the engine compares values as something else than they are",
            (file, report) -> {
              for (Node node : file.all("inputExpression", "output", "variable")) {
                boolean column = !node.name().equals("variable");
                String type = node.value("typeRef", column ? "" : "string");
                if (!TYPES.contains(type)) {
                  report.at(
                      node.lineOf("typeRef"),
                      "The type '"
                          + type
                          + "' should be string, boolean, integer, long, double or"
                          + " date.");
                }
              }
            }));
  }

  private static void allCells(PolicyFile file, Report report) {
    Predicate<String> question = text -> isSequence(text, ONE_TERM, OPERATOR);
    cells(file, report, "inputExpression", question, "ask for one value, like casesPerformed");
    cells(file, report, "inputEntry", CellRules::isTest, "be a value, a comparison or a range");
    cells(file, report, "outputEntry", CellRules::isOutcome, "be a value, or a plain calculation");
    cells(file, report, "inputValues", CellRules::isTest, "list plain values");
    cells(file, report, "outputValues", CellRules::isTest, "list plain values");
  }

  private static void cells(
      PolicyFile file, Report report, String name, Predicate<String> good, String should) {
    for (Node cell : file.all(name)) {
      for (Node text : cell.children("text")) {
        if (!good.test(text.text())) {
          report.at(text, "The cell '" + text.text() + "' should " + should + ".");
        }
      }
    }
  }

  private static boolean isTest(String text) {
    boolean not = text.startsWith(NOT) && text.endsWith(")");
    String tests = not ? text.substring(NOT.length(), text.length() - 1) : text;
    return isNothing(text) || isSequence(tests, ONE_TEST, COMMA);
  }

  private static boolean isOutcome(String text) {
    return isNothing(text) || isSequence(text, ONE_TERM, OPERATOR);
  }

  private static boolean isNothing(String text) {
    return text.isEmpty() || text.equals("-");
  }

  /** One pattern for the whole would need a stack as deep as the cell is long. */
  private static boolean isSequence(String text, Pattern item, Pattern separator) {
    Matcher next = item.matcher(text);
    Matcher between = separator.matcher(text);
    int at = 0;
    while (next.region(at, text.length()).lookingAt()) {
      if (next.end() == text.length()) {
        return true;
      }
      if (!between.region(next.end(), text.length()).lookingAt()) {
        return false;
      }
      at = between.end();
    }
    return false;
  }
}
