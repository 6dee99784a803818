package org.sonocert.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every hostile file is refused, by the rule and at the line that stand beside it. */
class HostileFilesTest {
  private static final Map<String, byte[]> FILES = hostileFiles();

  private record Expected(String file, int line, String rule) {}

  @TestFactory
  Stream<DynamicTest> everyHostileFileIsRefusedWithItsLineAndRule() throws IOException {
    PolicyCheck check = new PolicyCheck(PolicyFixture.STEPS);
    return expected().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.file(),
                    () ->
                        assertThat(check.checkFilesAlone(Map.of(row.file(), FILES.get(row.file()))))
                            .as(row.toString())
                            .anyMatch(
                                finding ->
                                    finding.line() == row.line()
                                        && finding.ruleId().equals(row.rule()))));
  }

  @Test
  void everyFileStandsInTheListOnceAndThereAreManyOfThem() throws IOException {
    List<String> listed = expected().stream().map(Expected::file).toList();
    assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(FILES.keySet());
    System.out.println("hostile files: " + listed.size());
    assertThat(listed).hasSizeGreaterThanOrEqualTo(60);
  }

  @TestFactory
  Stream<DynamicTest> withoutAnyOneRuleAtLeastOneFileGetsThrough() {
    List<Rule> all = Rules.all();
    Map<String, Set<String>> refusing = refusingRules();
    List<Rule> alone = all.stream().filter(rule -> rule.scope() == Rule.Scope.FILE).toList();
    System.out.println("file rules: " + alone.size() + " of " + all.size());
    return alone.stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.id(),
                    () -> {
                      List<String> through =
                          refusing.entrySet().stream()
                              .filter(entry -> entry.getValue().equals(Set.of(rule.id())))
                              .map(Map.Entry::getKey)
                              .toList();
                      assertThat(through)
                          .as("files that only " + rule.id() + " refuses")
                          .isNotEmpty();
                      assertThat(passesWithout(rule, through.get(0))).isTrue();
                    }));
  }

  /** The honest proof: the registry without the rule lets the file through. */
  private static boolean passesWithout(Rule rule, String file) {
    List<Rule> rest = Rules.all().stream().filter(other -> !other.id().equals(rule.id())).toList();
    return new PolicyCheck(PolicyFixture.STEPS, rest)
        .checkFilesAlone(Map.of(file, FILES.get(file)))
        .isEmpty();
  }

  private static Map<String, Set<String>> refusingRules() {
    PolicyCheck check = new PolicyCheck(PolicyFixture.STEPS);
    Map<String, Set<String>> refusing = new LinkedHashMap<>();
    FILES.forEach(
        (file, content) -> {
          Set<String> rules = new HashSet<>();
          check.checkFilesAlone(Map.of(file, content)).forEach(f -> rules.add(f.ruleId()));
          refusing.put(file, rules);
        });
    return refusing;
  }

  private static Map<String, byte[]> hostileFiles() {
    Map<String, byte[]> files = PolicyFixture.files(PolicyFixture.HOSTILE);
    files.remove("EXPECTED.csv");
    return files;
  }

  private static List<Expected> expected() throws IOException {
    return Files.readAllLines(PolicyFixture.HOSTILE.resolve("EXPECTED.csv")).stream()
        .skip(1)
        .map(row -> row.split(",", 3))
        .map(cells -> new Expected(cells[0], Integer.parseInt(cells[1]), cells[2]))
        .toList();
  }
}
