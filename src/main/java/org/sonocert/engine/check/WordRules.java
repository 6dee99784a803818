package org.sonocert.engine.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Refuses every element and attribute outside the vocabulary, sorted by the reason. */
final class WordRules {
  private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);

  private WordRules() {}

  static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    rules.add(
        words(
            "known-namespace",
            "the engine obeys words of an older dialect that nobody looks at",
            name -> name.startsWith(Namespaces.UNKNOWN),
            name -> name.startsWith(Namespaces.UNKNOWN),
            "This belongs to a language that is not used here. Remove it."));
    for (Forbidden sort : Forbidden.SORTS) {
      rules.add(
          words(
              sort.id(),
              sort.breaks(),
              sort.elements()::contains,
              sort.attributes()::contains,
              sort.message()));
    }
    rules.add(
        words(
            "unknown-element",
            "the engine does something that no rule of this check has looked at",
            name -> !sorted(name, Forbidden::elements),
            name -> false,
            "This is not among the things that may be used in this place. Remove it."));
    rules.add(
        words(
            "unknown-attribute",
            "the engine obeys a setting that no rule of this check has looked at",
            name -> false,
            name -> !sorted(name, Forbidden::attributes),
            "This setting is not among those that may be used here. Remove it."));
    return rules;
  }

  private static boolean sorted(
      String name, java.util.function.Function<Forbidden, Set<String>> part) {
    return name.startsWith(Namespaces.UNKNOWN)
        || Forbidden.SORTS.stream().anyMatch(sort -> part.apply(sort).contains(name));
  }

  private static Rule words(
      String id,
      String breaks,
      Predicate<String> elements,
      Predicate<String> attributes,
      String message) {
    return Rule.file(
        id,
        ALL,
        breaks,
        (file, report) -> {
          for (Node node : file.nodes()) {
            if (elements.test(node.name()) && !Vocabulary.allowsElement(file.kind(), node)) {
              report.at(node, message + " (" + plain(node.name()) + ")");
            }
            node.attributes()
                .forEach(
                    (name, attribute) -> {
                      if (attributes.test(name)
                          && !Vocabulary.allowsAttribute(file.kind(), node, name)) {
                        report.at(attribute.line(), message + " (" + plain(name) + ")");
                      }
                    });
          }
        });
  }

  private static String plain(String name) {
    return name.startsWith(Namespaces.UNKNOWN) ? name.substring(Namespaces.UNKNOWN.length()) : name;
  }
}
