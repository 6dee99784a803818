package org.sonocert.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sonocert.assessment.Captions;

/** What the files beside a case keep: they exist, they play, and what is said can be read. */
class ContentMediaTest {
  private static final Pattern TIMING = Pattern.compile("([0-9:.]+) --> ([0-9:.]+)");

  static Stream<Content> cases() {
    return Content.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void captionsAreValidAndSayWhatTheScriptSays(Content one) throws IOException {
    assertThat(one.stages("audio")).isNotEmpty();
    for (Content stage : one.stages("audio")) {
      byte[] captions = Files.readAllBytes(stage.file("captions"));
      Duration length = Duration.ofMillis(Math.round(1000 * stage.number("seconds")));
      assertThat(Captions.check(captions, length)).isEmpty();
      Script script = Script.parse(Files.readString(stage.file("script")));
      assertThat(words(Files.readString(stage.file("captions"))))
          .isEqualTo(
              script.lines().stream().map(Script.Line::words).collect(Collectors.joining(" ")));
    }
    assertThat(one.stages("video")).allMatch(stage -> stage.yes("silent"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void mediaDecodeAndLastAsLongAsTheyAreSaidTo(Content one) throws IOException {
    for (Content stage : one.stages("audio", "video", "still")) {
      Path file = stage.media();
      String[] found = probe(file).split("[,\n]");
      assertThat(found[0]).isEqualTo(codec(stage.text("kind")));
      assertThat(Integer.parseInt(found[1])).as(file + " in frames").isPositive();
      if (stage.has("seconds")) {
        double seconds = stage.number("seconds");
        assertThat(Double.parseDouble(found[2])).isBetween(seconds, seconds + 0.1);
      } else {
        assertThat(stage.text("kind")).isEqualTo("still");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void playbackNeverStopsInTheMiddleOfACaption(Content one) throws IOException {
    for (Content stage : one.stages("audio", "video", "still", "text", "labs")) {
      for (Content point : stage.list("keyPoints")) {
        if (!point.text("at").equals("end")) {
          double at = point.number("at");
          assertThat(at).isBetween(0.1, stage.number("seconds"));
          assertThat(Files.readString(stage.file("captions")).lines())
              .as("captions at " + at)
              .noneMatch(line -> spans(line, at));
        }
      }
    }
  }

  @Test
  void mediaAreSmallAndNoneIsLeftOver() throws IOException {
    Set<String> used =
        Content.cases()
            .flatMap(one -> one.stages("audio", "video", "still").stream())
            .map(stage -> stage.text("media"))
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(Content.MEDIA)) {
      List<Path> kept = files.filter(file -> !file.endsWith("MEDIA.md")).toList();
      assertThat(kept).extracting(file -> file.getFileName().toString()).hasSameElementsAs(used);
      assertThat(kept).allMatch(file -> file.toFile().length() <= 500_000);
      assertThat(kept.stream().mapToLong(file -> file.toFile().length()).sum())
          .isLessThan(8_000_000);
    }
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

  private static String words(String captions) {
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
