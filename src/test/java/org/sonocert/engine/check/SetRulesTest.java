package org.sonocert.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each rule that needs the whole release has a release that only it refuses. */
class SetRulesTest {
  private static final String DIAGRAM = "sample-process.bpmn";

  private Map<String, byte[]> files;

  @BeforeEach
  void aCleanRelease() {
    files = PolicyFixture.files(PolicyFixture.CLEAN);
  }

  @Test
  void aFormThatIsMissing() {
    change(DIAGRAM, "formRef=\"answer-question\"", "formRef=\"answer-nothing\"");
    assertOnly("known-form", DIAGRAM, 19);
  }

  @Test
  void aTableThatIsMissing() {
    files.remove("sample-outcome.dmn");
    assertOnly("known-decision", DIAGRAM, 38);
  }

  @Test
  void aDiagramThatIsMissing() {
    files.remove("sample-retry.bpmn");
    assertOnly("known-process", DIAGRAM, 75);
  }

  @Test
  void aConditionOnAVariableThatNothingSets() {
    change(DIAGRAM, ">${passed}<", ">${pased}<");
    assertOnly("known-variable", DIAGRAM, 57);
  }

  @Test
  void aGroupFromAVariableThatNothingSets() {
    change(DIAGRAM, "\"reviewer\"", "\"${reviewerGruop}\"");
    assertOnly("known-variable", DIAGRAM, 18);
  }

  @Test
  void anAnswerThatAFormDeclaresIsKnown() {
    change(DIAGRAM, ">${passed}<", ">${waiverAsked}<");
    change(
        "answer-question.form",
        "\"components\"",
        "\"properties\": {\"answers\": \"waiverAsked\"},\n  \"components\"");
    assertThat(rules()).isEmpty();
  }

  @Test
  void aDiagramThatCallsItself() {
    change(DIAGRAM, "calledElement=\"sample-retry\"", "calledElement=\"sample-process\"");
    assertOnly("no-self-call", DIAGRAM, 74);
  }

  @Test
  void twoFilesOfOneName() {
    files.put("z/" + DIAGRAM, files.get(DIAGRAM));
    assertOnly("one-diagram-per-name", "z/" + DIAGRAM, 1);
  }

  @Test
  void twoTablesOfOneName() {
    files.put("z/sample-outcome.dmn", files.get("sample-outcome.dmn"));
    assertOnly("one-table-per-name", "z/sample-outcome.dmn", 1);
  }

  @Test
  void twoFormsOfOneName() {
    files.put("z/answer-question.form", files.get("answer-question.form"));
    assertOnly("one-form-per-name", "z/answer-question.form", 1);
  }

  @Test
  void theRulesForOneFileAloneSeeNothingOfThis() {
    files.keySet().removeIf(name -> !name.equals(DIAGRAM));
    assertThat(new PolicyCheck(PolicyFixture.STEPS).checkFilesAlone(files)).isEmpty();
  }

  @Test
  void everyRuleOfTheWholeReleaseIsTestedHere() {
    Set<String> tested =
        Set.of(
            "known-form",
            "known-decision",
            "known-process",
            "known-variable",
            "no-self-call",
            "one-diagram-per-name",
            "one-table-per-name",
            "one-form-per-name");
    assertThat(Rules.all().stream().filter(rule -> rule.scope() == Rule.Scope.SET).map(Rule::id))
        .containsExactlyInAnyOrderElementsOf(tested);
  }

  private void change(String file, String from, String to) {
    String text = new String(files.get(file), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    files.put(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
  }

  private Set<String> rules() {
    Set<String> ids = new TreeSet<>();
    new PolicyCheck(PolicyFixture.STEPS).check(files).forEach(finding -> ids.add(finding.ruleId()));
    return ids;
  }

  private void assertOnly(String rule, String path, int line) {
    assertThat(new PolicyCheck(PolicyFixture.STEPS).check(files))
        .allMatch(finding -> finding.ruleId().equals(rule))
        .anyMatch(finding -> finding.path().equals(path) && finding.line() == line);
  }
}
