package org.sonocert.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/policy-rules.md says what the rules say; a copy to take over lies in target. */
class RulesPageTest {
  private static final Path PAGE = Path.of("docs/policy-rules.md");
  private static final Path FRESH = Path.of("target/policy-rules.md");

  @Test
  void thePageListsEveryRuleAndNoOther() throws IOException {
    Files.createDirectories(FRESH.getParent());
    Files.writeString(FRESH, page());
    assertThat(Files.readString(PAGE)).as("copy %s to %s", FRESH, PAGE).isEqualTo(page());
  }

  @Test
  void everyRuleHasAnIdOfItsOwnAndSaysWhatBreaksWithoutIt() {
    List<Rule> rules = Rules.all();
    assertThat(rules).extracting(Rule::id).doesNotHaveDuplicates();
    assertThat(rules).extracting(Rule::id).allMatch(id -> id.matches("[a-z]+(-[a-z]+)*"));
    assertThat(rules).extracting(Rule::breaks).allMatch(breaks -> breaks.length() > 20);
  }

  private static String page() {
    return """
        # Rules for diagrams, decision tables and forms

        `java -jar sonocert.jar check-policy DIR` applies them to every `.bpmn`, `.dmn` and `.form` file below DIR;
        several folders count as one release, and `bpmn` finds its `forms` beside it. The same check runs before each
        deployment. A finding is one line: `path/file.ext:line rule-id message`.

        What a file may hold at all is a list, not a search for bad words:
        [bpmn.words](../src/main/resources/org/sonocert/engine/check/bpmn.words),
        [dmn.words](../src/main/resources/org/sonocert/engine/check/dmn.words) and
        [form.words](../src/main/resources/org/sonocert/engine/check/form.words) name each element, its attributes and
        what may stand inside it. Everything else is refused; several rules only say why.

        *Looks at*: one file alone (`--file-rules` stops there), or the whole release.
        *Guard*: the engine itself applies the rule again each time it loads a diagram or table from the database.
        Rules of good form are not applied there, so that a rule made stricter later never stops an enrolment that
        runs under an older release.

        A form may name answers that its handler gives to the diagram but that are no fields of it:
        `"properties": {"answers": "waiverAsked"}`.

        | Rule | Files | Looks at | Guard | Without it |
        |---|---|---|---|---|
        """
        + Rules.all().stream().map(RulesPageTest::row).collect(Collectors.joining());
  }

  private static String row(Rule rule) {
    String kinds =
        rule.kinds().stream()
            .map(kind -> kind.name().toLowerCase())
            .collect(Collectors.joining(" "));
    return "| `%s` | %s | %s | %s | %s |%n"
        .formatted(
            rule.id(),
            kinds,
            rule.scope() == Rule.Scope.FILE ? "file" : "release",
            rule.guarding() ? "yes" : "",
            rule.breaks());
  }
}
