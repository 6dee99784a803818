package org.sonocert.engine;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Component;

/** Asks a decision table of a policy release outside a running process, for pages and rules. */
@Component
public class Decisions {
  private final DecisionService decisions;
  private final ReleaseContents contents;

  Decisions(ProcessEngine engine, ReleaseContents contents) {
    this.decisions = engine.getDecisionService();
    this.contents = contents;
  }

  /** Whether the release holds the table; one that is older than the table does not. */
  public boolean holds(long release, String decision) {
    try {
      return !contents.decisionId(release, decision).isEmpty();
    } catch (NoSuchElementException older) {
      return false;
    }
  }

  /**
   * The outputs of the row that matches.
   *
   * @throws IllegalStateException when no row matches, which the policy check rules out
   */
  public Map<String, Object> evaluate(long release, String decision, Map<String, Object> inputs) {
    DmnDecisionResult result =
        decisions
            .evaluateDecisionById(contents.decisionId(release, decision))
            .variables(inputs)
            .evaluate();
    List<Map<String, Object>> rows = result.getResultList();
    if (rows.size() != 1) {
      throw new IllegalStateException(
          "The table " + decision + " has " + rows.size() + " rows for these inputs");
    }
    return rows.get(0);
  }
}
