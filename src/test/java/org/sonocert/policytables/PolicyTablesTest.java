package org.sonocert.policytables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTablesTest {
  private static final Path TABLES = Path.of("bpmn");
  private static final TreeMap<String, Set<String>> ANSWERED = new TreeMap<>();
  private static final DmnEngine ENGINE = engine();

  private static DmnEngine engine() {
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    configuration.setCustomPostDecisionTableEvaluationListeners(
        List.of(
            event ->
                event
                    .getMatchingRules()
                    .forEach(
                        rule ->
                            ANSWERED
                                .computeIfAbsent(event.getDecision().getKey(), k -> new TreeSet<>())
                                .add(rule.getId()))));
    return configuration.buildEngine();
  }

  static Stream<Example> examples() throws IOException {
    return Example.all();
  }

  static List<String> decisions() throws IOException {
    try (Stream<Path> files = Files.list(TABLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".dmn"))
          .map(name -> name.replace(".dmn", ""))
          .sorted()
          .toList();
    }
  }

  private static DmnDecisionTableResult ask(Example example) throws IOException {
    try (InputStream file = Files.newInputStream(TABLES.resolve(example.decision() + ".dmn"))) {
      DmnDecision decision = ENGINE.parseDecision(example.decision(), file);
      return ENGINE.evaluateDecisionTable(decision, example.facts());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theTableAnswersAsTheExampleSays(Example example) throws IOException {
    DmnDecisionTableResult result = ask(example);

    assertThat(result).hasSize(1);
    Map<String, Object> answered = result.get(0).getEntryMap();
    assertThat(answered.keySet()).isEqualTo(example.answers().keySet());
    assertThat((String) answered.remove("reason"))
        .contains(String.valueOf(example.answers().remove("reason")));
    assertThat(answered).isEqualTo(example.answers());
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void everyRowHasAnExample(String decision) throws IOException {
    for (Example example : Example.all().filter(e -> e.decision().equals(decision)).toList()) {
      ask(example);
    }
    Set<String> rows =
        table(decision).getRules().stream().map(Rule::getId).collect(Collectors.toSet());
    assertThat(ANSWERED.getOrDefault(decision, Set.of())).containsAll(rows);
  }

  @ParameterizedTest
  @MethodSource("decisions")
  void everyTableGivesAReasonAndOneAnswer(String decision) {
    DecisionTable table = table(decision);

    assertThat(table.getHitPolicy()).isIn(HitPolicy.UNIQUE, HitPolicy.FIRST);
    assertThat(table.getOutputs()).extracting(Output::getName).contains("reason");
    assertThat(table.getOutputs())
        .extracting(Output::getTypeRef)
        .isSubsetOf("integer", "double", "string", "boolean");
  }

  @Test
  void everyExampleBelongsToATable() throws IOException {
    assertThat(Example.all().map(Example::decision).distinct().toList())
        .containsExactlyElementsOf(decisions());
  }

  private static DecisionTable table(String decision) {
    return Dmn.readModelFromFile(TABLES.resolve(decision + ".dmn").toFile())
        .getModelElementsByType(DecisionTable.class)
        .iterator()
        .next();
  }
}
