package org.sonocert.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each attack works on a stock engine, and is refused by its guard alone. */
class GuardsTest {
  private static final String BLAST =
      "${''.getClass().forName('" + Bomb.class.getName() + "').newInstance().go()}";

  private static Engines engines;
  private static ProcessEngine stock;
  private static ProcessEngine structure;
  private static ProcessEngine scripts;
  private static ProcessEngine expressions;
  private static ProcessEngine queries;

  @BeforeAll
  static void start() throws Exception {
    engines = new Engines();
    stock = engines.stock();
    structure = engines.engine("structure", s -> Guards.structure(s, Engines.CHECK));
    scripts = engines.engine("scripts", Guards::scripts);
    expressions = engines.engine("expressions", s -> Guards.expressions(s, Engines.STEPS));
    queries = engines.engine("queries", Guards::queries);
  }

  @AfterAll
  static void stop() throws Exception {
    engines.close();
  }

  @BeforeEach
  void disarm() {
    Bomb.GONE_OFF.set(0);
  }

  // A: structure

  @Test
  void aShellTaskRunsOnAStockEngineAndIsRefusedAtDeploymentWithLineAndRule(@TempDir Path dir) {
    Path file = dir.resolve("touched");
    String diagram =
        Diagrams.process(
            "shell",
            "<serviceTask id='Activity_Do' camunda:type='shell'><extensionElements>"
                + "<camunda:field name='command' stringValue='touch'/>"
                + "<camunda:field name='arg1' stringValue='"
                + file
                + "'/>"
                + "<camunda:field name='wait' stringValue='true'/>"
                + "</extensionElements></serviceTask>");

    run(stock, deploy(stock, "shell.bpmn", diagram));
    assertThat(Files.exists(file)).isTrue();

    assertThatThrownBy(() -> deploy(structure, "shell.bpmn", diagram))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("shell.bpmn:5 no-task-type")
        .hasMessageContaining("no-field-injection");
  }

  @Test
  void aDiagramThatIsInTheDatabaseAlreadyIsRefusedWhenItIsLoaded() {
    String diagram =
        Diagrams.process(
            "loaded",
            "<serviceTask id='Activity_Do' camunda:class='" + Bomb.class.getName() + "'/>");
    String id = deploy(stock, "loaded.bpmn", diagram);

    assertThatThrownBy(() -> run(structure, id)).hasMessageContaining("no-java-class");
    assertThat(Bomb.GONE_OFF).hasValue(0);

    run(stock, id);
    assertThat(Bomb.GONE_OFF).hasValue(1);
  }

  @Test
  void aTableWithProgramTextIsRefusedAtDeploymentAndWhenItIsLoaded() {
    String table = Diagrams.table("blast", "juel", BLAST);
    String id = deployTable(stock, "blast.dmn", table);

    assertThatThrownBy(() -> deployTable(structure, "blast.dmn", table))
        .rootCause()
        .hasMessageContaining("feel-only");
    assertThatThrownBy(() -> decide(structure, id)).rootCause().hasMessageContaining("feel-only");
    assertThat(Bomb.GONE_OFF).hasValue(0);

    decide(stock, id);
    assertThat(Bomb.GONE_OFF).hasValue(1);
  }

  // B: scripts

  @Test
  void aScriptRunsOnAStockEngineAndIsRefused() {
    String id =
        deploy(
            stock,
            "script.bpmn",
            Diagrams.process(
                "script",
                "<scriptTask id='Activity_Do' scriptFormat='feel' camunda:resultVariable='sum'>"
                    + "<script>20 + 22</script></scriptTask>"
                    + Diagrams.WAIT));

    String instance = run(stock, id);
    assertThat(stock.getRuntimeService().getVariable(instance, "sum").toString()).isEqualTo("42");

    assertThatThrownBy(() -> run(scripts, id)).isInstanceOf(GuardRefusal.class);
  }

  @Test
  void aTableWithAScriptIsRefused() {
    String id = deployTable(stock, "groovy.dmn", Diagrams.table("groovy", "groovy", "20 + 22"));
    assertThatThrownBy(() -> decide(scripts, id)).rootCause().isInstanceOf(GuardRefusal.class);
  }

  // C: expressions

  @Test
  void anExpressionReachesAnyClassOnAStockEngineAndNothingHere() {
    String id =
        deploy(
            stock,
            "reach.bpmn",
            Diagrams.process(
                "reach", "<serviceTask id='Activity_Do' camunda:expression=\"" + BLAST + "\"/>"));

    run(stock, id);
    assertThat(Bomb.GONE_OFF).hasValue(1);

    assertThatThrownBy(() -> run(expressions, id)).isInstanceOf(ProcessEngineException.class);
    assertThat(Bomb.GONE_OFF).hasValue(1);
  }

  @Test
  void anExpressionSeesVariablesStepsListsMapsAndTheEnrolmentOnly() {
    var seen = new ExpressionProbe(expressions);
    assertThat(seen.value("${answer}")).isEqualTo("yes");
    assertThat(seen.value("${answer == 'yes'}")).isEqualTo(true);
    assertThat(seen.value("${outcome[0].reason}")).isEqualTo("enough");
    assertThat(seen.value("#{execution.processBusinessKey}")).isEqualTo("enrolment-1");
    assertThat(seen.value("${mark}")).isSameAs(Engines.STEPS.get("mark"));

    for (String hidden :
        new String[] {
          "${answer.class}",
          "${answer.bytes}",
          "${execution.processEngineServices}",
          "${execution.id}",
          "${execution.processInstance.processBusinessKey}",
          "${outcome.class}",
          "${outcome[0].class.name}",
          "${mark.class}",
          "${task}",
          "${nothing}",
          "${now()}",
          "${currentUser()}",
          "${answer.toString()}",
          "${execution.setVariable('a', 1)}"
        }) {
      assertThat(seen.refusedOrNull(hidden)).as(hidden).isTrue();
    }
  }

  @Test
  void aVariableCannotTakeTheNameOfAStep() {
    var seen = new ExpressionProbe(expressions);
    assertThat(seen.value("${mark}", Map.of("mark", "another")))
        .isSameAs(Engines.STEPS.get("mark"));
  }

  // D: queries

  @Test
  void theSettingsAloneDoNotStopAnExpressionInsideAnOr() {
    assertThat(settings(stock).isEnableExpressionsInAdhocQueries()).isFalse();
    assertThatThrownBy(
            () -> stock.getTaskService().createTaskQuery().taskAssigneeExpression(BLAST).list())
        .isInstanceOf(BadUserRequestException.class);
    assertThat(Bomb.GONE_OFF).hasValue(0);

    stock.getTaskService().createTaskQuery().or().taskAssigneeExpression(BLAST).endOr().list();
    assertThat(Bomb.GONE_OFF).hasPositiveValue();
  }

  @Test
  void anExpressionInsideAnOrIsRefusedHoweverTheQueryIsRun() {
    var tasks = queries.getTaskService();
    assertThatThrownBy(
            () -> tasks.createTaskQuery().or().taskAssigneeExpression(BLAST).endOr().list())
        .isInstanceOf(GuardRefusal.class);
    assertThatThrownBy(
            () -> tasks.createTaskQuery().or().dueBeforeExpression(BLAST).endOr().count())
        .isInstanceOf(GuardRefusal.class);
    assertThatThrownBy(
            () ->
                tasks
                    .createTaskQuery()
                    .or()
                    .taskName("a")
                    .taskId("b")
                    .endOr()
                    .or()
                    .taskOwnerExpression(BLAST)
                    .endOr()
                    .singleResult())
        .isInstanceOf(GuardRefusal.class);
    assertThat(Bomb.GONE_OFF).hasValue(0);
    assertThat(tasks.createTaskQuery().or().taskName("a").taskAssignee("b").endOr().list())
        .isEmpty();
  }

  @Test
  void aStoredFilterWithAnExpressionInsideAnOrIsRefused() {
    var hidden =
        stock.getTaskService().createTaskQuery().or().taskAssigneeExpression(BLAST).endOr();
    var filter = stock.getFilterService().newTaskFilter("filter").setQuery(hidden);
    stock.getFilterService().saveFilter(filter);
    stock.getFilterService().list(filter.getId());
    assertThat(Bomb.GONE_OFF).hasPositiveValue();

    Bomb.GONE_OFF.set(0);
    assertThatThrownBy(() -> queries.getFilterService().list(filter.getId()))
        .isInstanceOf(GuardRefusal.class);
    assertThatThrownBy(() -> queries.getFilterService().newTaskFilter("another"))
        .isInstanceOf(GuardRefusal.class);
    assertThat(Bomb.GONE_OFF).hasValue(0);
  }

  // all together

  @Test
  void anHonestDiagramAndTableRunWithAllFourGuards() {
    ProcessEngine all = engines.engine("all", s -> Guards.install(s, Engines.STEPS, Engines.CHECK));
    assertThat(Guards.missing(settings(all))).isEmpty();
    String id =
        deploy(
            all,
            "honest.bpmn",
            Diagrams.process(
                "honest",
                "<serviceTask id='Activity_Do' camunda:delegateExpression='${mark}'/>"
                    + Diagrams.WAIT));
    String instance = run(all, id);
    assertThat(all.getRuntimeService().getVariable(instance, "marked")).isEqualTo(true);

    String table = deployTable(all, "plain.dmn", Diagrams.table("plain", null, "\"enough\""));
    assertThat(decide(all, table)).isEqualTo("enough");
  }

  private static ProcessEngineConfigurationImpl settings(ProcessEngine engine) {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  private static String deploy(ProcessEngine engine, String name, String diagram) {
    Deployment deployment =
        engine.getRepositoryService().createDeployment().addString(name, diagram).deploy();
    return engine
        .getRepositoryService()
        .createProcessDefinitionQuery()
        .deploymentId(deployment.getId())
        .singleResult()
        .getId();
  }

  private static String deployTable(ProcessEngine engine, String name, String table) {
    Deployment deployment =
        engine.getRepositoryService().createDeployment().addString(name, table).deploy();
    return engine
        .getRepositoryService()
        .createDecisionDefinitionQuery()
        .deploymentId(deployment.getId())
        .singleResult()
        .getId();
  }

  private static String run(ProcessEngine engine, String definition) {
    return engine.getRuntimeService().startProcessInstanceById(definition).getId();
  }

  private static Object decide(ProcessEngine engine, String decision) {
    return engine
        .getDecisionService()
        .evaluateDecisionTableById(decision, Map.of("score", 1))
        .getSingleResult()
        .getEntry("reason");
  }
}
