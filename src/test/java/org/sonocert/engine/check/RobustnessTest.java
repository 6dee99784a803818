package org.sonocert.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No file can bring the check itself down, or keep it busy. */
class RobustnessTest {
  private static final PolicyCheck CHECK = new PolicyCheck(PolicyFixture.STEPS);
  private static final int DAMAGED = 3_000;

  @Test
  void aDamagedFileGivesFindingsAndNeverAnError() {
    Map<String, byte[]> clean = PolicyFixture.files(PolicyFixture.CLEAN);
    List<String> names = List.copyOf(clean.keySet());
    Random random = new Random(20260101);
    for (int i = 0; i < DAMAGED; i++) {
      String name = names.get(random.nextInt(names.size()));
      byte[] damaged = damage(clean.get(name).clone(), random);
      Map<String, byte[]> release = new java.util.TreeMap<>(clean);
      release.put(name, damaged);
      assertThatCode(() -> CHECK.check(release)).as(text(damaged)).doesNotThrowAnyException();
    }
    System.out.println("damaged files: " + DAMAGED);
  }

  private static byte[] damage(byte[] file, Random random) {
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times; i++) {
      int from = random.nextInt(file.length);
      int to = random.nextInt(file.length);
      int length = Math.min(random.nextInt(60), file.length - Math.max(from, to));
      System.arraycopy(file, from, file, to, length);
    }
    return file;
  }

  @Test
  void theLongestCellIsJudged() {
    String cell = "1,".repeat(1_990) + "1";
    assertThat(check("sample-outcome.dmn", "&gt;= 80", cell)).isEmpty();
    assertThat(check("sample-outcome.dmn", "&gt;= 80", cell + "x("))
        .extracting(Finding::ruleId)
        .containsExactly("plain-cell");
    String sum = "\"a\"" + " + \"a\"".repeat(600);
    assertThat(check("sample-outcome.dmn", "\"80 or more\"", sum)).isEmpty();
  }

  @Test
  void theLargestDiagramIsJudgedInSeconds() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 1_200; i++) {
      many.append(
          "<exclusiveGateway id='Gateway_%d'/><sequenceFlow id='Flow_%d' sourceRef='Gateway_%d' targetRef='Gateway_%d'/>\n"
              .formatted(i, i, i, (i * 7 + 1) % 1_200));
    }
    assertTimeout(
        Duration.ofSeconds(20),
        () ->
            assertThat(check("sample-process.bpmn", "    <startEvent", many + "    <startEvent"))
                .extracting(Finding::ruleId)
                .contains("no-endless-circle"));
  }

  private static List<Finding> check(String name, String from, String to) {
    String file = text(PolicyFixture.files(PolicyFixture.CLEAN).get(name));
    assertThat(file).contains(from);
    return CHECK.checkFilesAlone(
        Map.of(name, file.replace(from, to).getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }
}
