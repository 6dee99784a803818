package org.sonocert.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;

class KnownCellsTest {
  private final FeelEngine plain = new ScalaFeelEngineFactory(List.of()).createInstance();
  private final List<String> worked = new ArrayList<>();
  private final KnownCells cells = new KnownCells(new Noting());

  @Test
  void theSameCellWithTheSameValuesIsWorkedOutOnce() {
    VariableMap first = Variables.putValue("score", 80).putValue("other", "a");
    VariableMap second = Variables.putValue("score", 80).putValue("other", "b");
    assertThat(cells.evaluateSimpleUnaryTests(">= 75", "score", context(first))).isTrue();
    assertThat(cells.evaluateSimpleUnaryTests(">= 75", "score", context(second))).isTrue();
    assertThat(worked).containsExactly(">= 75");
  }

  @Test
  void anotherValueIsAnotherAnswer() {
    for (int score : List.of(74, 75, 76)) {
      VariableContext scored = context(Variables.putValue("score", score));
      assertThat(cells.evaluateSimpleUnaryTests(">= 75", "score", scored)).isEqualTo(score >= 75);
    }
    assertThat(worked).hasSize(3);
  }

  @Test
  void aVariableThatTheCellNamesBelongsToTheQuestion() {
    VariableMap strict = Variables.putValue("score", 80).putValue("standard", 90);
    VariableMap mild = Variables.putValue("score", 80).putValue("standard", 75);
    assertThat(cells.evaluateSimpleUnaryTests(">= standard", "score", context(strict))).isFalse();
    assertThat(cells.evaluateSimpleUnaryTests(">= standard", "score", context(mild))).isTrue();
  }

  @Test
  void theSameTestOfAnotherColumnIsAnotherQuestion() {
    VariableContext both = context(Variables.putValue("score", 80).putValue("evaluations", 2));
    assertThat(cells.evaluateSimpleUnaryTests(">= 75", "score", both)).isTrue();
    assertThat(cells.evaluateSimpleUnaryTests(">= 75", "evaluations", both)).isFalse();
  }

  @Test
  void wordsInQuotesAreNoVariables() {
    VariableContext one = context(Variables.putValue("passed", 1));
    VariableContext two = context(Variables.putValue("passed", 2));
    assertThat(cells.<Object>evaluateSimpleExpression("\"passed\"", one)).isEqualTo("passed");
    assertThat(cells.<Object>evaluateSimpleExpression("\"passed\"", two)).isEqualTo("passed");
    assertThat(worked).hasSize(1);
  }

  @Test
  void nothingAndNoVariableAreToldApart() {
    VariableContext nothing = context(Variables.putValue("score", null));
    VariableContext missing = context(Variables.createVariables());
    for (VariableContext variables : List.of(nothing, missing, nothing, missing)) {
      assertThat(cells.<Object>evaluateSimpleExpression("score", variables))
          .isEqualTo(plain.evaluateSimpleExpression("score", variables));
    }
    assertThat(worked).hasSize(2);
  }

  @Test
  void aValueThatMayChangeIsNotRemembered() {
    VariableContext day = context(Variables.putValue("day", new Date(0)));
    cells.evaluateSimpleExpression("day", day);
    cells.evaluateSimpleExpression("day", day);
    assertThat(worked).hasSize(2);
  }

  @Test
  void anErrorIsNotRemembered() {
    VariableContext none = context(Variables.createVariables());
    for (int time = 0; time < 2; time++) {
      assertThatThrownBy(() -> cells.evaluateSimpleExpression("1 +", none))
          .isInstanceOf(FeelException.class);
    }
    assertThat(worked).hasSize(2);
  }

  private static VariableContext context(VariableMap variables) {
    return variables.asVariableContext();
  }

  /** The engine's own, which tells what it was asked. */
  private final class Noting implements FeelEngine {
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> T evaluateSimpleExpression(String text, VariableContext variables) {
      worked.add(text);
      return plain.evaluateSimpleExpression(text, variables);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String text, String input, VariableContext variables) {
      worked.add(text);
      return plain.evaluateSimpleUnaryTests(text, input, variables);
    }
  }
}
