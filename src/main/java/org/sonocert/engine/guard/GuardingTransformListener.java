package org.sonocert.engine.guard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.sonocert.engine.check.Finding;
import org.sonocert.engine.check.Kind;
import org.sonocert.engine.check.PolicyCheck;

/** Guard A for decision tables: each one that the engine takes in passes the check. */
public final class GuardingTransformListener implements DmnTransformListener {
  private final PolicyCheck check;

  /** A listener that applies this check. */
  public GuardingTransformListener(PolicyCheck check) {
    this.check = check;
  }

  @Override
  public void transformDecisionRequirementsGraph(
      Definitions definitions, DmnDecisionRequirementsGraph graph) {
    String id = graph.getDecisionKeys().stream().sorted().findFirst().orElse("unnamed");
    byte[] text =
        Dmn.convertToString((DmnModelInstance) definitions.getModelInstance())
            .getBytes(StandardCharsets.UTF_8);
    List<Finding> findings = check.guard(id + ".dmn", Kind.DMN, text);
    if (!findings.isEmpty()) {
      throw new ProcessEngineException(GuardingParseListener.told(findings));
    }
  }

  @Override
  public void transformDecision(Decision decision, DmnDecision dmnDecision) {}

  @Override
  public void transformDecisionTableInput(Input input, DmnDecisionTableInputImpl dmnInput) {}

  @Override
  public void transformDecisionTableOutput(Output output, DmnDecisionTableOutputImpl dmnOutput) {}

  @Override
  public void transformDecisionTableRule(Rule rule, DmnDecisionTableRuleImpl dmnRule) {}
}
