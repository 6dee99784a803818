package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a decision table may hold, and what each of its cells may say. */
final class DecisionRules {
  private static final Set<Kind> DMN = EnumSet.of(Kind.DMN);

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
