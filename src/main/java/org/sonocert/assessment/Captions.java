package org.sonocert.assessment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks WebVTT captions before they reach a candidate, because browsers drop a bad cue without a
 * word.
 */
public final class Captions {
  /** What is wrong, where, and by which rule; lines count from 1. */
  public record Finding(int line, String rule, String message) {}

  private record Cue(int line, Duration start, Duration end, String words) {}

  private static final int CHARACTERS_A_SECOND = 25;
  private static final Pattern HEADER = Pattern.compile("\uFEFF?WEBVTT([ \t].*)?");
  private static final Pattern NOTE = Pattern.compile("NOTE([ \t].*)?");
  private static final Pattern STYLE = Pattern.compile("(STYLE|REGION)[ \t]*");
  private static final String TIME = "(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})";
  private static final Pattern TIMING =
      Pattern.compile(TIME + "[ \t]+-->[ \t]+" + TIME + "([ \t]+.*)?");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern ENTITY = Pattern.compile("&[a-zA-Z]+;");

  private final List<Finding> findings = new ArrayList<>();
  private final List<Cue> cues = new ArrayList<>();
  private final String[] lines;

  private Captions(String text) {
    lines = text.split("\r\n|\n|\r", -1);
  }

  /** Checks a file that must be UTF-8; an empty list means that it is good. */
  public static List<Finding> check(byte[] file, Duration media) {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return check(decoder.decode(ByteBuffer.wrap(file)).toString(), media);
    } catch (CharacterCodingException e) {
      return List.of(new Finding(1, "captions-encoding", "the file is not UTF-8"));
    }
  }

  /** Checks captions against the length of what they caption; an empty list means good. */
  public static List<Finding> check(String text, Duration media) {
    Captions captions = new Captions(text);
    captions.parse();
    captions.judge(media);
    return List.copyOf(captions.findings);
  }

  private void parse() {
    if (!HEADER.matcher(lines[0]).matches()) {
      found(0, "captions-header", "the first line must be WEBVTT");
    }
    int at = 1;
    while (at < lines.length && !lines[at].isEmpty()) {
      if (lines[at].contains("-->")) {
        found(at, "captions-header", "an empty line must follow the header");
      }
      at++;
    }
    while (at < lines.length) {
      int end = at;
      while (end < lines.length && !lines[end].isEmpty()) {
        end++;
      }
      if (end > at) {
        block(at, end);
      }
      at = end + 1;
    }
    if (cues.isEmpty() && findings.isEmpty()) {
      found(0, "captions-empty", "there is no cue");
    }
  }

  private void block(int from, int to) {
    if (NOTE.matcher(lines[from]).matches()) {
      return;
    }
    if (STYLE.matcher(lines[from]).matches()) {
      found(from, "captions-style", "styles and regions are not used here");
      return;
    }
    int timing = lines[from].contains("-->") || to == from + 1 ? from : from + 1;
    Matcher times = TIMING.matcher(lines[timing]);
    if (!times.matches()) {
      found(timing, "captions-timing", "expected start --> end as mm:ss.ttt: " + lines[timing]);
      return;
    }
    String words = String.join(" ", List.of(lines).subList(timing + 1, to));
    if (words.contains("-->")) {
      found(timing, "captions-arrow", "an arrow stands in the words; is an empty line missing?");
      return;
    }
    cues.add(new Cue(timing, time(times, 1), time(times, 5), plain(words)));
  }

  private static Duration time(Matcher times, int group) {
    String hours = times.group(group);
    return Duration.ofHours(hours == null ? 0 : Long.parseLong(hours))
        .plusMinutes(Long.parseLong(times.group(group + 1)))
        .plusSeconds(Long.parseLong(times.group(group + 2)))
        .plusMillis(Long.parseLong(times.group(group + 3)));
  }

  private static String plain(String words) {
    return ENTITY.matcher(TAG.matcher(words).replaceAll("")).replaceAll("x").strip();
  }

  private void judge(Duration media) {
    Duration previousStart = Duration.ZERO;
    Duration free = Duration.ZERO;
    for (Cue cue : cues) {
      long millis = cue.end().minus(cue.start()).toMillis();
      if (millis <= 0) {
        found(cue.line(), "captions-end", "the cue ends before or as it starts");
      } else if (cue.words().length() * 1000L > CHARACTERS_A_SECOND * millis) {
        found(cue.line(), "captions-speed", "more than 25 characters a second cannot be read");
      }
      if (cue.start().compareTo(previousStart) < 0) {
        found(cue.line(), "captions-order", "the cue starts before the one above it");
      } else if (cue.start().compareTo(free) < 0) {
        found(cue.line(), "captions-overlap", "the cue starts before the one above it ends");
      }
      if (cue.end().compareTo(media) > 0) {
        found(cue.line(), "captions-beyond", "the cue ends after the media does");
      }
      if (cue.words().isEmpty()) {
        found(cue.line(), "captions-blank", "the cue has no words");
      }
      previousStart = cue.start();
      free = free.compareTo(cue.end()) < 0 ? cue.end() : free;
    }
  }

  private void found(int index, String rule, String message) {
    findings.add(new Finding(index + 1, rule, message));
  }
}
