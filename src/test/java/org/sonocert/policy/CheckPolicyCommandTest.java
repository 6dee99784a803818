package org.sonocert.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckPolicyCommandTest {
  private static final String CLEAN = "src/test/resources/clean";
  private static final String HOSTILE = "src/test/resources/hostile";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aCleanFolderEndsWithZeroAndPrintsNoFinding() {
    assertThat(run(CLEAN)).isZero();
    assertThat(printed()).isEmpty();
    assertThat(told()).contains("4 files checked, 0 findings");
  }

  @Test
  void eachFindingIsOneLineOfPathLineRuleAndMessage() {
    assertThat(run(HOSTILE)).isEqualTo(1);
    assertThat(printed().lines())
        .isNotEmpty()
        .allMatch(line -> line.matches("src/test/resources/hostile/\\S+:\\d+ [a-z-]+ \\S.*"));
  }

  @Test
  void theFileRulesLookAtEachFileAlone(@TempDir Path dir) throws IOException {
    Files.copy(Path.of(CLEAN, "sample-process.bpmn"), dir.resolve("sample-process.bpmn"));
    assertThat(run(dir.toString())).isEqualTo(1);
    assertThat(printed()).contains(" known-form ");
    assertThat(run(dir.toString(), "--file-rules")).isZero();
    assertThat(run("--file-rules", dir.toString())).isZero();
  }

  @Test
  void severalFoldersAreOneRelease(@TempDir Path dir) throws IOException {
    Path diagrams = halves(dir, "a", "b");
    assertThat(run(diagrams.toString())).isEqualTo(1);
    assertThat(run(diagrams.toString(), dir.resolve("b").toString())).isZero();
  }

  @Test
  void theTwoFoldersOfAReleaseKnowEachOther(@TempDir Path dir) throws IOException {
    Path diagrams = halves(dir, "bpmn", "forms");
    assertThat(run(diagrams.toString())).isZero();
    assertThat(run(dir.resolve("forms").toString())).isZero();
    Files.delete(dir.resolve("forms/answer-question.form"));
    assertThat(run(diagrams.toString())).isEqualTo(1);
    assertThat(printed()).contains(" known-form ");
  }

  private static Path halves(Path dir, String diagrams, String forms) throws IOException {
    Path first = Files.createDirectories(dir.resolve(diagrams));
    Path second = Files.createDirectories(dir.resolve(forms));
    for (String name :
        new String[] {"sample-process.bpmn", "sample-retry.bpmn", "sample-outcome.dmn"}) {
      Files.copy(Path.of(CLEAN, name), first.resolve(name));
    }
    Files.copy(Path.of(CLEAN, "answer-question.form"), second.resolve("answer-question.form"));
    return first;
  }

  @Test
  void aFileLargerThanAnyDiagramIsRefusedWithoutReadingItAll(@TempDir Path dir) throws IOException {
    Files.write(dir.resolve("big.bpmn"), new byte[3_000_000]);
    assertThat(run(dir.toString())).isEqualTo(1);
    assertThat(printed()).contains("big.bpmn:1 not-too-big ");
  }

  @Test
  void aFileNameCannotForgeALine(@TempDir Path dir) throws IOException {
    Files.writeString(dir.resolve("a\nb.form"), "[]");
    assertThat(run(dir.toString())).isEqualTo(1);
    assertThat(printed().lines()).hasSize(1);
  }

  @Test
  void aFolderThatIsMissingOrEmptyIsNotClean(@TempDir Path dir) {
    assertThat(run(dir.resolve("nothing").toString())).isEqualTo(2);
    assertThat(told()).contains("There is no folder");
    assertThat(run(dir.toString())).isEqualTo(2);
    assertThat(told()).contains("There is no .bpmn, .dmn or .form file below");
  }

  @Test
  void wordsThatItDoesNotKnowGetTheUsage() {
    assertThat(run()).isEqualTo(2);
    assertThat(run(CLEAN, "--strict")).isEqualTo(2);
    assertThat(run("--help")).isEqualTo(2);
    assertThat(told()).contains("Usage: check-policy DIR... [--file-rules]");
    assertThat(printed()).isEmpty();
  }

  private int run(String... args) {
    return CheckPolicyCommand.run(
        args,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        new StepScan("org/sonocert/policy/samples"));
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String told() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
