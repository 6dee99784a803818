package org.sonocert.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Friendly defaults for each test, and what must hold for every diagram. */
abstract class ProcessTest {
  final RecordedSteps steps = PolicyEngine.STEPS;

  private long ahead;

  @BeforeEach
  void forgetEarlierCalls() {
    steps.forget();
  }

  /** The engine's clock is one for the JVM: other tests' products live by it, too. */
  @BeforeEach
  void borrowTheClock() {
    ahead = ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis();
  }

  @AfterEach
  void giveTheClockBack() {
    ClockUtil.offset(ahead);
  }

  @AfterEach
  void variablesAreShortAndPlain() {
    PolicyEngine.engine()
        .getHistoryService()
        .createHistoricVariableInstanceQuery()
        .disableCustomObjectDeserialization()
        .list()
        .forEach(
            variable ->
                assertThat(variable.getTypeName())
                    .as(variable.getName())
                    .isIn("string", "boolean", "integer", "long", "double", "date"));
  }

  /** Each node of the diagram was passed by some test of this run. */
  static void everyNodeWasPassed(String process) {
    ProcessEngine engine = PolicyEngine.engine();
    Set<String> passed =
        engine.getHistoryService().createHistoricActivityInstanceQuery().list().stream()
            .filter(activity -> activity.getProcessDefinitionKey().equals(process))
            .map(HistoricActivityInstance::getActivityId)
            .collect(Collectors.toSet());
    String definition =
        engine
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey(process)
            .singleResult()
            .getId();
    Set<String> nodes =
        engine
            .getRepositoryService()
            .getBpmnModelInstance(definition)
            .getModelElementsByType(FlowNode.class)
            .stream()
            .map(FlowNode::getId)
            .collect(Collectors.toCollection(TreeSet::new));
    nodes.removeAll(passed);
    assertThat(nodes).as("nodes of %s that no test passed", process).isEmpty();
  }
}
