package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a diagram or a table must say about itself as a whole. */
final class ProcessRules {
  private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);
  private static final Set<Kind> XML = EnumSet.of(Kind.BPMN, Kind.DMN);
  private static final Set<Kind> BPMN = EnumSet.of(Kind.BPMN);
  private static final String[] TOPS = {"process", "decision"};
  private static final String TTL = "camunda:historyTimeToLive";
  private static final Pattern DAYS = Pattern.compile("P(\\d{1,6})D");
  private static final int RETENTION_DAYS = 4745;
  private static final Pattern FILE_NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private ProcessRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.file(
            "one-per-file",
            XML,
            "two definitions hide behind one name in the list of the release",
            (file, report) -> {
              List<Node> tops = file.all(TOPS);
              if (file.root() != null && tops.size() != 1) {
                Node at = tops.size() > 1 ? tops.get(1) : file.root();
                report.at(
                    at,
                    "The file must hold exactly one process or decision, not "
                        + tops.size()
                        + ". Make one file of each.");
              }
            }),
        Rule.file(
            "id-is-file-name",
            ALL,
            "other diagrams that refer to this one do not find it",
            ProcessRules::nameIsId),
        Rule.file(
            "executable",
            BPMN,
            "the engine silently leaves the diagram out of the release",
            (file, report) ->
                file.all("process").stream()
                    .filter(process -> !"true".equals(process.value("isExecutable")))
                    .forEach(
                        process ->
                            report.at(
                                process.lineOf("isExecutable"),
                                "The process is not marked as executable. Switch that on."))),
        Rule.file(
            "history-kept",
            XML,
            "the record is deleted before appeals and audits are over, or the engine refuses to"
                + " start",
            ProcessRules::history),
        Rule.file(
            "version-tag",
            XML,
            "nobody can tell which wording of the rules a person was judged by",
            (file, report) ->
                file.all(TOPS).stream()
                    .filter(top -> top.value("camunda:versionTag", "").isBlank())
                    .forEach(
                        top ->
                            report.at(
                                top.lineOf("camunda:versionTag"),
                                "A version tag is missing. Give one, like '1'."))),
        Rule.file(
            "plain-start",
            BPMN,
            "the process begins by itself, or cannot be begun by a purchase",
            ProcessRules::starts));
  }

  private static void nameIsId(PolicyFile file, Report report) {
    List<Node> named = file.kind() == Kind.FORM ? file.all("form") : file.all(TOPS);
    String stem = file.stem();
    for (Node node : named) {
      if (!node.id().equals(stem) || !FILE_NAME.matcher(stem).matches()) {
        report.at(
            node.lineOf("id"),
            "The id '"
                + node.id()
                + "' and the file name must be the same, in small letters with"
                + " hyphens. Rename one of them.");
      }
    }
  }

  private static void history(PolicyFile file, Report report) {
    for (Node top : file.all(TOPS)) {
      Matcher days = DAYS.matcher(top.value(TTL, ""));
      if (!days.matches() || Integer.parseInt(days.group(1)) < RETENTION_DAYS) {
        report.at(
            top.lineOf(TTL),
            "It must say how many days its record is kept, P"
                + RETENTION_DAYS
                + "D or longer. Fill in 'history time to live'.");
      }
    }
  }

  private static void starts(PolicyFile file, Report report) {
    for (Node scope : file.all("process", "subProcess")) {
      List<Node> starts = scope.children("startEvent");
      if (starts.size() != 1) {
        report.at(
            scope,
            "'"
                + scope.title()
                + "' must have exactly one start event, not "
                + starts.size()
                + ".");
      }
      for (Node start : starts) {
        int triggers = Flow.definitions(start).size();
        if (Flow.isEventSubProcess(scope) ? triggers != 1 : triggers != 0) {
          report.at(
              start,
              Flow.isEventSubProcess(scope)
                  ? "This start must wait for one message, time or escalation."
                  : "This start must be plain: a purchase or another process begins it.");
        }
      }
    }
  }
}
