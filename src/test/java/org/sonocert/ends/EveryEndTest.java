package org.sonocert.ends;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sonocert.audit.Leaves;
import org.sonocert.audit.Recorded;
import org.sonocert.enrolment.Enrolment;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every end of every diagram: rows, mails, nothing left open, and the reason for the candidate. */
@RealParts
class EveryEndTest {
  @Autowired ApplicationContext parts;
  @Autowired Enrolments enrolments;
  @Autowired Leaves leaves;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  static Stream<Ending> endings() {
    return Endings.all();
  }

  @ParameterizedTest
  @MethodSource("endings")
  void anEndLeavesItsRowsItsMailsAndNothingOpen(Ending ending) {
    Road road = ending.way().apply(new Road(parts, "http://localhost:" + port)).over();
    LeftBehind left = new LeftBehind(db, road);

    Enrolment enrolment = enrolments.get(road.id());
    assertThat(enrolment.state()).isEqualTo(ending.state());
    assertThat(enrolment.endReason()).contains(ending.reason());
    assertThat(road.page()).contains(ending.reason());
    assertThat(left.results()).hasSameSizeAs(ending.results());
    for (int i = 0; i < ending.results().size(); i++) {
      assertThat(left.results().get(i)).startsWith(ending.results().get(i));
    }
    assertThat(left.evaluators()).isEqualTo(ending.evaluators());
    assertThat(left.mails()).isEqualTo(ending.mails());
    assertThat(left.running()).isEmpty();
    assertThat(left.ends()).isEqualTo(ending.ends());
    String[] at = ending.at().split(" ");
    assertThat(left.endOf(at[0])).containsExactly(at[1]);
    assertWholeTrail(road, left, enrolment);
  }

  private void assertWholeTrail(Road road, LeftBehind left, Enrolment enrolment) {
    var found = leaves.of(road.id());
    assertThat(found)
        .extracting(leaf -> (int) leaf.number())
        .isEqualTo(IntStream.rangeClosed(1, found.size()).boxed().toList());
    assertThat(found).allMatch(Recorded::matchesCommitment);
    var counted = left.leaves();
    assertThat(counted.get("transactions")).isEqualTo(counted.get("leaves"));
    Recorded end =
        found.stream()
            .filter(leaf -> String.valueOf(leaf.payload()).contains("\"enrolment-ended\""))
            .reduce(
                (a, b) -> {
                  throw new AssertionError("ended twice");
                })
            .orElseThrow();
    assertThat(end.payload()).contains(enrolment.state().word(), enrolment.endReason());
  }

  @Test
  void aPaidApplicationEndsWhereTheCertificateBegins() {
    Road road = new Road(parts, "http://localhost:" + port).bought().days(0);
    LeftBehind left = new LeftBehind(db, road);
    assertThat(enrolments.get(road.id()).state()).isEqualTo(EnrolmentState.ACTIVE);
    assertThat(left.endOf("application")).containsExactly("EndEvent_EnrolmentPaid");
    assertThat(left.ends()).containsExactly("EndEvent_EnrolmentPaid");
    assertThat(left.mails()).containsExactly("candidate purchase-confirmed");
    assertThat(left.running())
        .filteredOn(line -> line.startsWith("task "))
        .containsExactlyInAnyOrder("task Activity_AcceptAgreement", "task Activity_NameEvaluators");
  }

  @Test
  void theTableNamesEveryEndEventOfEveryDiagram() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
      var drawn =
          files
              .filter(file -> file.toString().endsWith(".bpmn"))
              .flatMap(EveryEndTest::ends)
              .collect(Collectors.toCollection(TreeSet::new));
      var reached =
          Endings.all()
              .flatMap(ending -> ending.ends().stream())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(reached).isEqualTo(drawn);
    }
  }

  private static Stream<String> ends(Path diagram) {
    try {
      return Pattern.compile("<bpmn:endEvent id=\"(\\w+)\"")
          .matcher(Files.readString(diagram))
          .results()
          .map((MatchResult found) -> found.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
