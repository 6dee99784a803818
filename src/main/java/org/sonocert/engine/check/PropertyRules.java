package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The one setting of its own that a diagram may carry. */
final class PropertyRules {
  private static final Set<Kind> BPMN = EnumSet.of(Kind.BPMN);

  private PropertyRules() {}

  static List<Rule> all() {
    return List.of(
        Rule.file(
            "known-property",
            BPMN,
            "a setting stands there that nothing reads, or a step of the way is taken for one beside"
                + " it",
            PropertyRules::properties));
  }

  private static void properties(PolicyFile file, Report report) {
    for (Node property : file.all("camunda:property")) {
      if (!besideOfProcess(property)) {
        report.at(
            property,
            "Only the process as a whole may say 'runs' = 'beside'. Remove this setting.");
      }
    }
    for (Node process : file.all("process")) {
      process.children("extensionElements").stream()
          .flatMap(settings -> settings.children().stream())
          .filter(setting -> !setting.name().equals("camunda:properties"))
          .forEach(
              setting ->
                  report.at(setting, "A process as a whole has no such setting. Remove it."));
    }
  }

  private static boolean besideOfProcess(Node property) {
    Node properties = property.parent();
    Node settings = properties == null ? null : properties.parent();
    Node owner = settings == null ? null : settings.parent();
    return owner != null
        && owner.name().equals("process")
        && "runs".equals(property.value("name"))
        && "beside".equals(property.value("value"));
  }
}
