package org.sonocert.engine.check;

import java.util.Collection;

/** Takes the findings of one rule on one file. */
final class Report {
  private final String path;
  private final String ruleId;
  private final Collection<Finding> findings;

  Report(String path, String ruleId, Collection<Finding> findings) {
    this.path = path;
    this.ruleId = ruleId;
    this.findings = findings;
  }

  /** Adds a finding at a line. */
  void at(int line, String message) {
    findings.add(new Finding(path, line, ruleId, message));
  }

  /** Adds a finding at an element. */
  void at(Node node, String message) {
    at(node.line(), message);
  }
}
