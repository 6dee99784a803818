package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a task form may hold. */
final class FormRules {
  private static final Set<Kind> FORM = EnumSet.of(Kind.FORM);
  private static final Set<String> CHOICES = Set.of("radio", "select", "checklist");
  private static final Set<String> INPUTS =
      Set.of(
          "textfield",
          "textarea",
          "number",
          "checkbox",
          "radio",
          "select",
          "checklist",
          "datetime");
  private static final Set<String> LAYOUT = Set.of("text", "group", "separator", "spacer");
  private static final Pattern KEY =
      Pattern.compile("[a-z][A-Za-z0-9]{0,63}(_[A-Za-z0-9]{1,64}){0,3}");
  private static final Pattern VERSION = Pattern.compile("[1-9]\\d?");
  private static final Pattern HIDE =
      Pattern.compile(
          "= ?[a-z][A-Za-z0-9]{0,63}(?: ?!?= ?(?:\"[^\"\\\\]*\"|true|false|\\d{1,9}))?");
  private static final Pattern MARKUP =
      Pattern.compile(
          "<[a-zA-Z/!?]|&#|javascript:|vbscript:|data:|!\\[|\\]\\((?!/[a-z])|\\]\\s*:",
          Pattern.CASE_INSENSITIVE);

  private FormRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.file(
            "form-head",
            FORM,
            "the page shows an empty form",
            (file, report) -> {
              for (Node form : file.all("form")) {
                boolean good =
                    "default".equals(form.value("type"))
                        && VERSION.matcher(form.value("schemaVersion", "")).matches()
                        && !form.children("components").isEmpty();
                if (form.parent() == null && !good) {
                  report.at(
                      form,
                      "The form must say type 'default', its schema version, and ask"
                          + " something.");
                }
              }
            }),
        Rule.file(
            "form-part",
            FORM,
            "the page runs foreign content in the person's browser, or shows a gap",
            (file, report) -> {
              for (Node part : parts(file)) {
                String type = part.value("type", "");
                if (!INPUTS.contains(type) && !LAYOUT.contains(type)) {
                  report.at(
                      part.lineOf("type"), "A form part '" + type + "' may not be used here.");
                }
              }
            }),
        Rule.file(
            "form-label",
            FORM,
            "blind people cannot tell what is asked, and the record shows an answer without a"
                + " question",
            (file, report) -> {
              for (Node part : inputs(file)) {
                if (part.value("label", part.value("dateLabel", "")).isBlank()) {
                  report.at(part, "The field '" + part.value("key", "") + "' has no label.");
                }
              }
            }),
        Rule.file("form-key", FORM, "one answer overwrites another, or is lost", FormRules::keys),
        Rule.file(
            "form-options",
            FORM,
            "the person cannot choose, or two choices are stored alike",
            FormRules::options),
        Rule.file(
            "form-formula",
            FORM,
            "the formula is evaluated in the browser with everything the person entered",
            FormRules::formulas),
        Rule.file(
            "form-plain-text",
            FORM,
            "a script or a picture from elsewhere runs in the browser of whoever opens the task",
            (file, report) -> {
              for (Node node : file.nodes()) {
                node.attributes()
                    .forEach(
                        (name, attribute) -> {
                          if (MARKUP.matcher(attribute.value()).find()) {
                            report.at(
                                attribute.line(),
                                "Write plain text: no HTML, no pictures, and"
                                    + " links only to pages of this programme.");
                          }
                        });
              }
            }));
  }

  private static List<Node> parts(PolicyFile file) {
    return file.all("components");
  }

  private static List<Node> inputs(PolicyFile file) {
    return parts(file).stream().filter(part -> INPUTS.contains(part.value("type", ""))).toList();
  }

  private static void keys(PolicyFile file, Report report) {
    Set<String> seen = new HashSet<>();
    for (Node part : inputs(file)) {
      String key = part.value("key", "");
      if (!KEY.matcher(key).matches() || !seen.add(key)) {
        report.at(part.lineOf("key"), "The key '" + key + "' must be a plain name, used once.");
      }
    }
  }

  private static void options(PolicyFile file, Report report) {
    for (Node part : inputs(file)) {
      if (!CHOICES.contains(part.value("type", ""))) {
        continue;
      }
      Set<String> seen = new HashSet<>();
      boolean good = !part.children("values").isEmpty();
      for (Node option : part.children("values")) {
        String value = option.value("value", "");
        good &= !value.isBlank() && !option.value("label", "").isBlank() && seen.add(value);
      }
      if (!good) {
        report.at(
            part,
            "Each choice of '"
                + part.value("label", "")
                + "' needs a label and a value"
                + " of its own.");
      }
    }
  }

  private static void formulas(PolicyFile file, Report report) {
    for (Node node : file.nodes()) {
      node.attributes()
          .forEach(
              (name, attribute) -> {
                String value = attribute.value();
                boolean hide = node.name().equals("conditional") && name.equals("hide");
                boolean formula = value.strip().startsWith("=") || value.contains("{{");
                if (hide ? !HIDE.matcher(value).matches() : formula) {
                  report.at(
                      attribute.line(),
                      "A formula may stand only in 'hide if', and there be"
                          + " as simple as =answer = \"yes\".");
                }
              });
    }
  }
}
