package org.sonocert.engine.check;

import java.util.EnumSet;
import java.util.Set;

/**
 * One rule: what it is called, what it looks at, and what would break at runtime without it.
 *
 * @param id kebab-case, printed with each finding
 * @param scope whether one file alone is enough to judge
 * @param kinds the files it applies to
 * @param breaks what happens at runtime where the rule is not kept
 * @param guarding whether the engine's own guard applies it too, each time it loads a definition:
 *     rules of safety do; rules of good form do not, so that a stricter rule never stops an
 *     enrolment that runs under an older release
 */
public record Rule(
    String id, Scope scope, Set<Kind> kinds, String breaks, boolean guarding, Check check) {
  /** How much a rule must see. */
  public enum Scope {
    FILE,
    SET
  }

  /** The rule's own work. */
  @FunctionalInterface
  interface Check {
    void look(PolicyFile file, PolicySet set, Report report);
  }

  /** The work of a rule that needs nothing but the file. */
  @FunctionalInterface
  interface Alone {
    void look(PolicyFile file, Report report);
  }

  static Rule file(String id, Set<Kind> kinds, String breaks, Alone check) {
    return new Rule(
        id, Scope.FILE, kinds, breaks, false, (file, set, report) -> check.look(file, report));
  }

  static Rule set(String id, Kind kind, String breaks, Check check) {
    return new Rule(id, Scope.SET, EnumSet.of(kind), breaks, false, check);
  }

  /** The same rule, applied by the engine's guard too. */
  Rule inGuard() {
    return new Rule(id, scope, kinds, breaks, true, check);
  }
}
