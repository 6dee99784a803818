package org.sonocert.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sonocert.assessment.Captions;

/** What every case of the demo content keeps. */
class ContentTest {
  private static final Set<String> SPOKEN = Set.of("audio");
  private static final Set<String> KINDS = Set.of("video", "audio", "still", "text", "labs");
  private static final Pattern FINDING =
      Pattern.compile(
          "(?i)aneurysm|thromb|clot|pneumothorax|sliding|b-line|a-line|ray|absent|normal|edema"
              + "|barcode|seashore|gas|widen|hidden");
  private static final Pattern TIMING = Pattern.compile("([0-9:.]+) --> ([0-9:.]+)");

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
    assertThat(one.list("stages"))
        .isNotEmpty()
        .allMatch(stage -> KINDS.contains(stage.text("kind")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsSpokenCanBeReadInCaptionsAndInTheScript(Content one) throws IOException {
    List<Content> spoken = stages(one, stage -> SPOKEN.contains(stage.text("kind")));
    assertThat(spoken).isNotEmpty();
    for (Content stage : spoken) {
      byte[] captions = Files.readAllBytes(stage.file("captions"));
      Duration length = Duration.ofMillis(Math.round(1000 * stage.number("seconds")));
      assertThat(Captions.check(captions, length)).isEmpty();
      Script script = Script.parse(Files.readString(stage.file("script")));
      assertThat(spokenWords(Files.readString(stage.file("captions"))))
          .isEqualTo(
              script.lines().stream().map(Script.Line::words).collect(Collectors.joining(" ")));
    }
    assertThat(stages(one, stage -> stage.text("kind").equals("video")))
        .allMatch(stage -> stage.yes("silent"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void mediaDecodeAndLastAsLongAsTheyAreSaidTo(Content one) throws IOException {
    for (Content stage : stages(one, stage -> stage.has("media"))) {
      Path file = stage.media();
      assertThat(Files.size(file)).as(file + " in bytes").isBetween(1L, 500_000L);
      String[] found = probe(file).split("[,\n]");
      assertThat(found[0]).isEqualTo(codec(stage.text("kind")));
      assertThat(Integer.parseInt(found[1])).as(file + " in frames").isPositive();
      if (!stage.text("kind").equals("still")) {
        assertThat(Double.parseDouble(found[2])).isBetween(seconds(stage), seconds(stage) + 0.1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theTextAlternativeTellsTheViewButNeverTheFinding(Content one) {
    for (Content stage : stages(one, s -> Set.of("video", "still").contains(s.text("kind")))) {
      Content alt = stage.part("alt");
      assertThat(List.of("orientation", "probe", "view", "regions")).allMatch(alt::has);
      assertThat(alt.fields().values().toString() + stage.text("title"))
          .doesNotContainPattern(FINDING);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fourItemsAreScoredAndEachHasAKeyAReasonAndKnownTags(Content one) {
    List<Content> items = one.list("items");
    assertThat(items.stream().filter(item -> item.yes("scored"))).hasSize(4);
    Set<String> purposes = ids(Content.vocabulary().list("purposes"));
    Set<String> outcomes = ids(Content.vocabulary().list("outcomes"));
    for (Content item : items) {
      assertThat(purposes).contains(item.text("purpose"));
      assertThat(outcomes).contains(item.text("outcome"));
      assertThat(item.text("stem")).isNotBlank();
      assertThat(item.text("rationale")).isNotBlank();
      assertThat(ids(item.list("options")))
          .hasSizeBetween(3, 6)
          .hasSameSizeAs(item.list("options"));
      long correct = item.list("options").stream().filter(option -> option.yes("correct")).count();
      switch (item.text("kind")) {
        case "single" -> assertThat(correct).as(item + " has one key").isOne();
        case "multiple" -> assertThat(correct).as(item + " has keys").isPositive();
        default -> throw new AssertionError("kind of " + item);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachItemIsAskedOnceAndNeverInTheMiddleOfACaption(Content one) throws IOException {
    List<String> asked =
        one.list("stages").stream()
            .flatMap(stage -> stage.list("keyPoints").stream())
            .flatMap(point -> point.words("items").stream())
            .toList();
    assertThat(asked)
        .containsExactlyElementsOf(one.list("items").stream().map(Content::toString).toList());
    for (Content stage : one.list("stages")) {
      for (Content point : stage.list("keyPoints")) {
        if (!point.text("at").equals("end")) {
          double at = point.number("at");
          assertThat(at).isBetween(0.1, seconds(stage));
          assertThat(Files.readString(stage.file("captions")).lines())
              .as("captions at " + at)
              .noneMatch(line -> spans(line, at));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aTestFormNamesCasesOfItsAreaAndCoversAllOutcomes(Content form) {
    List<Content> named =
        form.list("cases").stream().map(ref -> find(ref.text("id"), ref.text("version"))).toList();
    assertThat(named).hasSize(2).allMatch(one -> one.text("area").equals(form.text("area")));
    assertThat(named).allMatch(one -> one.text("language").equals(form.text("language")));
    assertThat(
            named.stream().flatMap(one -> one.list("items").stream()).map(i -> i.text("outcome")))
        .containsAll(ids(Content.vocabulary().list("outcomes")));
    assertThat(form.text("note")).contains("shorter than a full one");
    assertThat(form.part("passMark").number("percent")).isEqualTo(70);
    assertThat(form.part("passMark").text("method"))
        .isEqualTo("default 70 percent until a panel sets one");
  }

  @Test
  void idsAreUniqueAndNoMediumIsLeftOver() throws IOException {
    List<Content> all = Content.cases().toList();
    assertThat(all.stream().flatMap(one -> one.list("items").stream()).map(Content::toString))
        .doesNotHaveDuplicates();
    assertThat(all).allMatch(one -> ids(one.list("stages")).size() == one.list("stages").size());
    Set<String> used =
        all.stream()
            .flatMap(one -> stages(one, stage -> stage.has("media")).stream())
            .map(stage -> stage.text("media"))
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(Content.MEDIA)) {
      List<Path> kept = files.filter(file -> !file.endsWith("MEDIA.md")).toList();
      assertThat(kept.stream().map(file -> file.getFileName().toString())).hasSameElementsAs(used);
      assertThat(kept.stream().mapToLong(file -> file.toFile().length()).sum())
          .isLessThan(8_000_000);
    }
  }

  private static List<Content> stages(Content one, Predicate<Content> which) {
    return one.list("stages").stream().filter(which).toList();
  }

  private static Set<String> ids(List<Content> parts) {
    return parts.stream().map(Content::toString).collect(Collectors.toSet());
  }

  private static Content find(String id, String version) {
    return Content.cases()
        .filter(one -> one.text("id").equals(id) && one.text("version").equals(version))
        .findAny()
        .orElseThrow(() -> new AssertionError("no case " + id + " version " + version));
  }

  private static double seconds(Content stage) {
    return stage.number("seconds");
  }

  private static String codec(String kind) {
    return switch (kind) {
      case "video" -> "h264";
      case "audio" -> "aac";
      default -> "mjpeg";
    };
  }

  private static String probe(Path file) throws IOException {
    String fields = "stream=codec_name,nb_read_frames:format=duration";
    return Ffmpeg.probe(
        "-count_frames", "-show_entries", fields, "-of", "csv=p=0", file.toString());
  }

  private static String spokenWords(String captions) {
    return captions
        .lines()
        .skip(1)
        .filter(line -> !line.isEmpty() && !line.matches("\\d+") && !line.contains("-->"))
        .map(line -> line.replaceAll("<[^>]*>", ""))
        .collect(Collectors.joining(" "));
  }

  private static boolean spans(String line, double at) {
    var times = TIMING.matcher(line);
    return times.matches() && clock(times.group(1)) < at && clock(times.group(2)) > at;
  }

  private static double clock(String time) {
    String[] parts = time.split(":");
    return 60 * Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]);
  }
}
