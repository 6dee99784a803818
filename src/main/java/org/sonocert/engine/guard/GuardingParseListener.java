package org.sonocert.engine.guard;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.sonocert.engine.check.Finding;
import org.sonocert.engine.check.Kind;
import org.sonocert.engine.check.PolicyCheck;

/**
 * Guard A: every diagram that the engine parses passes the check, at deployment and each time it is
 * loaded from the database again.
 */
public final class GuardingParseListener extends AbstractBpmnParseListener {
  private final PolicyCheck check;

  /** A listener that applies this check. */
  public GuardingParseListener(PolicyCheck check) {
    this.check = check;
  }

  @Override
  public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
    String id = definitions.isEmpty() ? "unnamed" : definitions.get(0).getKey();
    List<Finding> findings = check.guard(id + ".bpmn", Kind.BPMN, EngineTree.of(root));
    if (!findings.isEmpty()) {
      throw new BpmnParseException(told(findings), root);
    }
  }

  static String told(List<Finding> findings) {
    return findings.stream()
        .map(Finding::toString)
        .collect(Collectors.joining("\n", "Refused by the policy check:\n", ""));
  }
}
