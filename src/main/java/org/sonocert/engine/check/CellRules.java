package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
  private static final String TESTS = TEST + "(?: ?, ?" + TEST + ")*";
  private static final Pattern INPUT_CELL =
      Pattern.compile("-?|" + TESTS + "|not\\(" + TESTS + "\\)");
  private static final Pattern OUTPUT_CELL =
      Pattern.compile("-?|" + TERM + "(?: ?[-+*/] ?" + TERM + ")*");
  private static final Pattern QUESTION = Pattern.compile(NAME + "(?: ?[-+*/] ?" + TERM + ")*");

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
    cells(file, report, "inputExpression", QUESTION, "ask for one value, like casesPerformed");
    cells(file, report, "inputEntry", INPUT_CELL, "be a value, a comparison or a range");
    cells(file, report, "outputEntry", OUTPUT_CELL, "be a value, or a plain calculation");
    cells(file, report, "inputValues", INPUT_CELL, "list plain values");
    cells(file, report, "outputValues", INPUT_CELL, "list plain values");
  }

  private static void cells(
      PolicyFile file, Report report, String name, Pattern form, String should) {
    for (Node cell : file.all(name)) {
      for (Node text : cell.children("text")) {
        if (!form.matcher(text.text()).matches()) {
          report.at(text, "The cell '" + text.text() + "' should " + should + ".");
        }
      }
    }
  }
}
