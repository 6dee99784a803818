package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What people read is plain text, wherever it stands. */
final class PlainTextRules {
  private static final Pattern MARKUP =
      Pattern.compile(
          "<[a-zA-Z/!?]|&#|javascript:|vbscript:|data:|!\\[|\\]\\((?!/[a-z])|\\]\\s*:|://|www\\.",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}]");
  private static final Set<String> LABELS = Set.of("name", "label");
  private static final Set<String> TEXTS = Set.of("documentation", "description");

  private PlainTextRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.file(
            "plain-form-text",
            EnumSet.of(Kind.FORM),
            "a script or a picture from elsewhere runs in the browser of whoever opens the task",
            (file, report) -> {
              for (Node node : file.nodes()) {
                node.attributes()
                    .forEach((name, words) -> plain(report, words.line(), words.value()));
                plain(report, node.line(), node.text());
              }
            }),
        Rule.file(
            "plain-label",
            EnumSet.of(Kind.BPMN, Kind.DMN),
            "what candidates and auditors read holds more than they see",
            (file, report) -> {
              for (Node node : file.nodes()) {
                LABELS.forEach(name -> plain(report, node.lineOf(name), node.value(name, "")));
                if (TEXTS.contains(node.name())) {
                  plain(report, node.line(), node.text());
                }
              }
            }),
        Rule.file(
            "visible-characters",
            EnumSet.allOf(Kind.class),
            "two names that look alike are different, or a text reads backwards",
            (file, report) -> {
              for (Node node : file.nodes()) {
                node.attributes()
                    .forEach((name, words) -> visible(report, words.line(), words.value()));
                visible(report, node.line(), node.text());
              }
            }));
  }

  private static void plain(Report report, int line, String text) {
    if (MARKUP.matcher(text).find()) {
      report.at(
          line,
          "Write plain text: no HTML, no pictures, and links only to pages of this programme.");
    }
  }

  private static void visible(Report report, int line, String text) {
    if (UNSEEN.matcher(text).find()) {
      report.at(line, "The text holds characters that nobody can see. Type it anew.");
    }
  }
}
