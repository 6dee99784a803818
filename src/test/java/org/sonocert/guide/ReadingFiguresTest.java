package org.sonocert.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sonocert.guide.SampleGuides.lung;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sonocert.engine.Diagram;

/** The shipped tables, and the same with one cell changed. */
class ReadingFiguresTest {
  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @Test
  void theShippedTablesAreReadAsTheyStand() {
    assertThat(read(tables("", "", ""), "R3/P7D")).isEqualTo(SampleGuides.figures(90L, 5, 30));
  }

  @Test
  void anotherDistanceInTheDiagramIsAnotherReminder() {
    assertThat(read(tables("", "", ""), "R2/P10D").peers().reminded()).isEqualTo(2);
    assertThat(read(tables("", "", ""), "R2/P10D").peers().reminderDays()).isEqualTo(10);
    assertThat(read(tables("", "", ""), null).peers().reminded()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "refund-right            | <text>5</text>     | <text>8</text>     | refundDays",
        "credential-validity     | <text>5</text>     | <text>3</text>     | validityYears",
        "required-cases          | <text>24</text>    | <text>36</text>    | caseMonths",
        "peer-score              | 3.0</text>         | 2.7</text>         | peers",
        "evaluation-completeness | 60</text>          | 75</text>          | peers",
        "open-invitations        | 5</text>           | 6</text>           | peers",
        "exception-limits        | 30</text>          | 21</text>          | answers",
        "support-limits          | 5</text>           | 9</text>           | answers",
        "reviewer-group          | <text>2</text>     | <text>4</text>     | answers",
        "code-terms              | <text>14</text>    | <text>20</text>    | money",
        "invoice-terms           | <text>30</text>    | <text>45</text>    | money",
        "reminder-ladder         | <text>7</text>     | <text>5</text>     | reminders"
      })
  void aChangedCellIsAnotherFigureAndNothingElse(
      String table, String cell, String changed, String figure) throws Exception {
    Figures shipped = read(tables("", "", ""), "R3/P7D");
    Figures other = read(tables(table, cell, changed), "R3/P7D");

    for (var part : Figures.class.getRecordComponents()) {
      Object before = part.getAccessor().invoke(shipped);
      Object after = part.getAccessor().invoke(other);
      assertThat(after.equals(before)).as(part.getName()).isEqualTo(!part.getName().equals(figure));
    }
  }

  @Test
  void theChangedNumberIsTheOneThatIsRead() {
    assertThat(read(tables("peer-score", "3.0</text>", "2.7</text>"), null).peers().mean())
        .isEqualTo(2.7);
    assertThat(read(tables("exception-limits", "30</text>", "21</text>"), null).answers())
        .isEqualTo(new Figures.Answers(2, 5, 2, 5, 21, 90));
    assertThat(read(tables("reminder-ladder", "<text>7</text>", "<text>5</text>"), null))
        .extracting(Figures::reminders)
        .isEqualTo(List.of(30, 14, 5, 1));
  }

  private static Figures read(Tables tables, @Nullable String timer) {
    Diagram.Node node =
        new Diagram.Node("a", "a", "boundaryEvent", "", null, null, null, timer, List.of());
    Diagram peers = new Diagram("d", "p", "p", "", Map.of("a", node), null, false);
    return ReadingFigures.read(tables, peers, 30, lung(90L));
  }

  private static Tables tables(String changed, String cell, String to) {
    Map<String, DmnDecision> parsed = new HashMap<>();
    return (table, inputs) ->
        ENGINE
            .evaluateDecisionTable(
                parsed.computeIfAbsent(
                    table, name -> parse(name, name.equals(changed) ? cell : "", to)),
                inputs)
            .getSingleResult()
            .getEntryMap();
  }

  private static DmnDecision parse(String table, String cell, String to) {
    try {
      String file = Files.readString(Path.of("bpmn", table + ".dmn"));
      String used = cell.isEmpty() ? file : file.replace(cell, to);
      assertThat(used.equals(file)).isEqualTo(cell.isEmpty());
      return ENGINE.parseDecision(
          table, new ByteArrayInputStream(used.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
