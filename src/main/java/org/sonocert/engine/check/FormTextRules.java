package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a form are plain words: no formula, no HTML. */
final class FormTextRules {
  private static final Set<Kind> FORM = EnumSet.of(Kind.FORM);
  private static final Pattern HIDE =
      Pattern.compile(
          "= ?[a-z][A-Za-z0-9]{0,63}(?: ?!?= ?(?:\"[^\"\\\\]*\"|true|false|\\d{1,9}))?");

  private FormTextRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.file(
            "form-formula",
            FORM,
            "the formula is evaluated in the browser with everything the person entered",
            FormTextRules::formulas));
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
