package org.sonocert.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every case and every test form of the demo content keeps. */
class ContentTest {
  private static final Set<String> KINDS = Set.of("video", "audio", "still", "text", "labs");
  private static final Pattern FINDING =
      Pattern.compile(
          "(?i)aneurysm|thromb|clot|pneumothorax|sliding|b-line|a-line|ray|absent|normal|edema"
              + "|barcode|seashore|gas|widen|hidden");

  static Stream<Content> cases() {
    return Content.cases();
  }

  static Stream<Content> forms() {
    return Content.forms();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCaseIsNamedLikeItsFolderAndSaysThatItIsSynthetic(Content one) {
    assertThat(one.folder()).hasFileName(one.text("id"));
    assertThat(one.yes("synthetic")).isTrue();
    assertThat(one.number("version")).isGreaterThanOrEqualTo(1);
    assertThat(List.of("area", "title", "language", "summary")).allMatch(one::has);
    assertThat(one.list("authors")).allMatch(author -> author.has("name") && author.has("role"));
    assertThat(one.list("stages")).allMatch(stage -> KINDS.contains(stage.text("kind")));
    assertThat(one.ids("stages")).isNotEmpty().hasSameSizeAs(one.list("stages"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theTextAlternativeTellsTheViewButNeverTheFinding(Content one) {
    for (Content stage : one.stages("video", "still")) {
      Content alt = stage.part("alt");
      assertThat(List.of("orientation", "probe", "view", "regions")).allMatch(alt::has);
      assertThat(alt.fields().values() + stage.text("title")).doesNotContainPattern(FINDING);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fourItemsAreScoredAndEachHasAKeyAReasonAndKnownTags(Content one) {
    assertThat(one.list("items").stream().filter(item -> item.yes("scored"))).hasSize(4);
    for (Content item : one.list("items")) {
      assertThat(Content.vocabulary().ids("purposes")).contains(item.text("purpose"));
      assertThat(Content.vocabulary().ids("outcomes")).contains(item.text("outcome"));
      assertThat(item.text("stem")).isNotBlank();
      assertThat(item.text("rationale")).isNotBlank();
      assertThat(item.ids("options")).hasSizeBetween(3, 6).hasSameSizeAs(item.list("options"));
      assertThat(item.list("options")).noneMatch(option -> option.text("text").isBlank());
      long correct = item.list("options").stream().filter(option -> option.yes("correct")).count();
      switch (item.text("kind")) {
        case "single" -> assertThat(correct).as("keys of " + item).isOne();
        case "multiple" -> assertThat(correct).as("keys of " + item).isPositive();
        default -> throw new AssertionError("kind of " + item);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachItemIsAskedOnceInTheOrderOfTheEncounter(Content one) {
    Stream<Content> points =
        one.list("stages").stream().flatMap(stage -> stage.list("keyPoints").stream());
    assertThat(points.flatMap(point -> point.words("items").stream()))
        .containsExactlyElementsOf(one.list("items").stream().map(Content::toString).toList());
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aTestFormNamesCasesOfItsAreaAndCoversAllOutcomes(Content form) {
    List<Content> named = form.list("cases").stream().map(ContentTest::find).toList();
    assertThat(named).hasSize(2).allMatch(one -> one.text("area").equals(form.text("area")));
    assertThat(named).allMatch(one -> one.text("language").equals(form.text("language")));
    assertThat(named.stream().flatMap(one -> one.list("items").stream()))
        .extracting(item -> item.text("outcome"))
        .containsAll(Content.vocabulary().ids("outcomes"));
    assertThat(form.text("note")).contains("shorter than a full one");
    assertThat(form.part("passMark").number("percent")).isEqualTo(70);
    assertThat(form.part("passMark").text("method"))
        .isEqualTo("default 70 percent until a panel sets one");
  }

  @Test
  void theItemsOfAllCasesHaveDifferentIds() {
    assertThat(Content.cases().flatMap(one -> one.list("items").stream()).map(Content::toString))
        .doesNotHaveDuplicates();
  }

  private static Content find(Content reference) {
    return Content.cases()
        .filter(one -> one.text("id").equals(reference.text("id")))
        .filter(one -> one.text("version").equals(reference.text("version")))
        .findAny()
        .orElseThrow(() -> new AssertionError("no case " + reference.fields()));
  }
}
