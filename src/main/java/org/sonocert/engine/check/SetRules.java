package org.sonocert.engine.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What only the whole release can tell: whether its files fit together. */
final class SetRules {
  private SetRules() {}

  static List<Rule> all() {
    return List.of(
        present(
            "known-form",
            "userTask",
            "camunda:formRef",
            Kind.FORM,
            "whoever opens the task finds no form",
            "There is no form '%s' in this release."),
        present(
            "known-decision",
            "businessRuleTask",
            "camunda:decisionRef",
            Kind.DMN,
            "the enrolment stops here with an incident",
            "There is no decision table '%s' in this release."),
        present(
            "known-process",
            "callActivity",
            "calledElement",
            Kind.BPMN,
            "the enrolment stops here with an incident",
            "There is no diagram '%s' in this release."),
        Rule.set(
            "known-variable",
            Kind.BPMN,
            "the enrolment stops here with an incident, since nothing ever sets the value",
            SetRules::variables),
        Rule.set(
            "no-self-call",
            Kind.BPMN,
            "the process starts itself without end",
            (file, set, report) -> {
              for (Node call : file.all("callActivity")) {
                if (reaches(set, call.value("calledElement", ""), file.stem())) {
                  report.at(call, "'" + call.title() + "' leads back to this very diagram.");
                }
              }
            }),
        one("one-diagram-per-name", Kind.BPMN),
        one("one-table-per-name", Kind.DMN),
        one("one-form-per-name", Kind.FORM));
  }

  private static Rule present(
      String id, String element, String reference, Kind target, String breaks, String message) {
    return Rule.set(
        id,
        Kind.BPMN,
        breaks,
        (file, set, report) -> {
          for (Node node : file.all(element)) {
            String name = node.value(reference);
            if (name != null && !name.isBlank() && !set.has(target, name)) {
              report.at(node.lineOf(reference), String.format(message, name));
            }
          }
        });
  }

  private static Rule one(String id, Kind kind) {
    return Rule.set(
        id,
        kind,
        "it is left to chance which of the two is used",
        (file, set, report) -> {
          boolean twice =
              set.of(kind)
                  .anyMatch(
                      other ->
                          other.stem().equals(file.stem())
                              && other.path().compareTo(file.path()) < 0);
          if (twice) {
            report.at(1, "Another file of this release has the same name. Remove one of them.");
          }
        });
  }

  private static boolean reaches(PolicySet set, String from, String wanted) {
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      String name = open.remove(0);
      if (name.equals(wanted)) {
        return true;
      }
      if (seen.add(name)) {
        set.of(Kind.BPMN)
            .filter(file -> file.stem().equals(name))
            .flatMap(file -> file.all("callActivity").stream())
            .forEach(call -> open.add(call.value("calledElement", "")));
      }
    }
    return false;
  }

  private static void variables(PolicyFile file, PolicySet set, Report report) {
    Set<String> known = new Variables(set).known();
    for (Node node : file.nodes()) {
      for (String attribute :
          List.of("camunda:candidateGroups", "camunda:dueDate", "camunda:followUpDate")) {
        unknown(report, known, node.lineOf(attribute), Grammar.named(node.value(attribute, "")));
      }
      String text = node.text();
      String asked =
          node.name().equals("conditionExpression") ? Grammar.asked(text) : Grammar.named(text);
      unknown(report, known, node.line(), asked);
    }
  }

  private static void unknown(Report report, Set<String> known, int line, String name) {
    if (!name.isEmpty() && !known.contains(name)) {
      report.at(
          line,
          "Nothing in this release sets '"
              + name
              + "': no step, no decision and no form. Correct"
              + " the name.");
    }
  }
}
