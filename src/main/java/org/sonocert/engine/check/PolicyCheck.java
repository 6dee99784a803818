package org.sonocert.engine.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks diagrams, decision tables and forms against every rule, without engine or database. */
public final class PolicyCheck {
  /** No file of a release is larger than this. */
  public static final int MAX_BYTES = 256 * 1024;

  private static final Set<Rule.Scope> ALONE = EnumSet.of(Rule.Scope.FILE);
  private static final Set<Rule.Scope> ALL = EnumSet.allOf(Rule.Scope.class);

  private final StepNames steps;
  private final List<Rule> rules;

  /** A check with all rules. */
  public PolicyCheck(StepNames steps) {
    this(steps, Rules.all());
  }

  /** A check with some rules only; for the test that each rule is needed. */
  PolicyCheck(StepNames steps, List<Rule> rules) {
    this.steps = steps;
    this.rules = List.copyOf(rules);
  }

  /** Checks a whole release; files of other kinds are ignored. Sorted by place. */
  public List<Finding> check(Map<String, byte[]> files) {
    return apply(read(files), ALL);
  }

  /** Checks each file as if it were alone. */
  public List<Finding> checkFilesAlone(Map<String, byte[]> files) {
    return apply(read(files), ALONE);
  }

  /** Checks a tree that the engine read itself, where path and comments are not known any more. */
  public List<Finding> checkTree(String name, Kind kind, Node root) {
    return apply(List.of(new PolicyFile(name, kind, root, List.of())), ALONE);
  }

  /** The rules, in the order of the documentation. */
  public List<Rule> rules() {
    return rules;
  }

  private static List<PolicyFile> read(Map<String, byte[]> files) {
    List<PolicyFile> read = new ArrayList<>();
    new TreeMap<>(files)
        .forEach(
            (path, bytes) ->
                Kind.of(path).ifPresent(kind -> read.add(FileReader.read(path, kind, bytes))));
    return read;
  }

  private List<Finding> apply(List<PolicyFile> files, Set<Rule.Scope> scopes) {
    PolicySet set = new PolicySet(files, steps);
    Set<Finding> findings = new TreeSet<>();
    for (PolicyFile file : files) {
      for (Rule rule : rules) {
        if (scopes.contains(rule.scope()) && rule.kinds().contains(file.kind())) {
          rule.check().look(file, set, new Report(file.path(), rule.id(), findings));
        }
      }
    }
    return List.copyOf(findings);
  }
}
