package org.sonocert.engine.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks diagrams, decision tables and forms against every rule, without engine or database. */
public final class PolicyCheck {
  /** No file of a release is larger than this. */
  public static final int MAX_BYTES = 256 * 1024;

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
    return apply(read(files), rules);
  }

  /** Checks each file as if it were alone. */
  public List<Finding> checkFilesAlone(Map<String, byte[]> files) {
    return apply(
        read(files), rules.stream().filter(rule -> rule.scope() == Rule.Scope.FILE).toList());
  }

  /** What the engine's guard asks of a diagram that the engine has read itself. */
  public List<Finding> guard(String name, Kind kind, Node root) {
    return guard(new PolicyFile(name, kind, root, List.of()));
  }

  /** What the engine's guard asks of a table. */
  public List<Finding> guard(String name, Kind kind, byte[] content) {
    return guard(FileReader.read(name, kind, content));
  }

  private List<Finding> guard(PolicyFile file) {
    return apply(List.of(file), rules.stream().filter(Rule::guarding).toList());
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

  private List<Finding> apply(List<PolicyFile> files, List<Rule> wanted) {
    PolicySet set = new PolicySet(files, steps);
    Set<Finding> findings = new TreeSet<>();
    for (PolicyFile file : files) {
      for (Rule rule : wanted) {
        if (rule.kinds().contains(file.kind())) {
          rule.check().look(file, set, new Report(file.path(), rule.id(), findings));
        }
      }
    }
    return List.copyOf(findings);
  }
}
