package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a decision table may hold, and what each of its cells may say. */
final class DecisionRules {
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

  private DecisionRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.file(
            "first-or-unique",
            DMN,
            "which row counts is left to chance, or several count at once",
            (file, report) -> {
              for (Node table : file.all("decisionTable")) {
                if (!Set.of("UNIQUE", "FIRST").contains(table.value("hitPolicy", "UNIQUE"))) {
                  report.at(
                      table.lineOf("hitPolicy"),
                      "Exactly one row must count: choose the hit policy 'unique' or 'first'.");
                }
              }
            }),
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
                DecisionRules::cells)
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
            }),
        Rule.file(
            "gives-reason",
            DMN,
            "a person is refused without being told why",
            (file, report) -> {
              for (Node table : file.all("decisionTable")) {
                if (table.children("output").stream()
                    .noneMatch(output -> "reason".equals(output.value("name")))) {
                  report.at(
                      table, "The table needs an output named 'reason', shown to the person.");
                }
              }
            }),
        Rule.file(
            "output-name",
            DMN,
            "the diagram asks for an outcome under another name than the table gives",
            DecisionRules::outputNames),
        Rule.file(
            "full-rows",
            DMN,
            "the release cannot be deployed, or a cell is read under the wrong heading",
            DecisionRules::rows),
        Rule.file(
            "last-row-catches",
            DMN,
            "somebody fits no row and their enrolment stops with an incident",
            DecisionRules::lastRow));
  }

  private static void cells(PolicyFile file, Report report) {
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

  private static void outputNames(PolicyFile file, Report report) {
    for (Node table : file.all("decisionTable")) {
      Set<String> seen = new HashSet<>();
      for (Node output : table.children("output")) {
        String name = output.value("name", "");
        if (!Grammar.NAME.matcher(name).matches() || !seen.add(name)) {
          report.at(output, "The output '" + name + "' needs a plain name of its own.");
        }
      }
    }
  }

  private static void rows(PolicyFile file, Report report) {
    for (Node decision : file.all("decision")) {
      Node table = decision.child("decisionTable");
      if (table == null) {
        report.at(decision, "The decision holds no table.");
        continue;
      }
      for (Node row : table.children("rule")) {
        boolean full =
            row.children("inputEntry").size() == table.children("input").size()
                && row.children("outputEntry").size() == table.children("output").size();
        if (!full) {
          report.at(row, "The row has more or fewer cells than the table has columns.");
        }
      }
      if (table.children("rule").isEmpty()) {
        report.at(table, "The table has no row.");
      }
    }
  }

  private static void lastRow(PolicyFile file, Report report) {
    for (Node table : file.all("decisionTable")) {
      List<Node> rows = table.children("rule");
      if (!"FIRST".equals(table.value("hitPolicy")) || rows.isEmpty()) {
        continue;
      }
      Node last = rows.get(rows.size() - 1);
      boolean catches =
          last.children("inputEntry").stream()
              .flatMap(cell -> cell.children("text").stream())
              .allMatch(text -> text.text().isEmpty() || text.text().equals("-"));
      if (!catches) {
        report.at(last, "The last row must fit everybody who fits no other: leave its inputs '-'.");
      }
    }
  }
}
