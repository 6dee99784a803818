package org.sonocert.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sonocert.testing.Walk;

/** What people answer: the same words for every contestant. */
final class Answers {
  private static final Map<String, Map<String, String>> FIXED =
      Map.of(
          "attest-cases", Map.of("casesAttested", "30", "truthConfirmed", "true"),
          "confirm-quote",
              Map.of("acceptRules", "true", "acceptNoCredit", "true", "acceptRefundRule", "true"),
          "accept-agreement", Map.of("acceptAccuracy", "true", "acceptConfidentiality", "true"),
          "check-readiness",
              Map.of(
                  "cookiesEnabled", "yes",
                  "mediaPlayed", "yes",
                  "headphones", "yes",
                  "screenLargeEnough", "yes",
                  "connectionSteady", "yes",
                  "roomPrivate", "yes"));
  private static final List<String> CRITERIA =
      List.of("imageQuality", "gain", "depth", "transducerPlacement", "doppler", "overall");

  private Answers() {}

  /** The answers to a form; whoever answers is somebody new each time. */
  static Map<String, String> to(String form) {
    return switch (form) {
      case "describe-practice" ->
          Map.of(
              "profession", "physician",
              "licenceNumber", "MD" + UUID.randomUUID(),
              "licenceCountry", "US",
              "goodStanding", "yes",
              "practising", "yes");
      case "show-fundamentals" ->
          Map.of(
              "route", "certificate",
              "certificateNumber", "F-" + UUID.randomUUID(),
              "certificateDate", "2025-01-31");
      case "name-evaluators" -> evaluators();
      case "give-evaluation" -> evaluation();
      default -> FIXED.getOrDefault(form, Map.of());
    };
  }

  /** The same as a browser posts it. */
  static Map<String, List<String>> raw(String form) {
    return to(form).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
  }

  private static Map<String, String> evaluators() {
    Map<String, String> both = new LinkedHashMap<>();
    for (int place = 1; place <= 2; place++) {
      String prefix = "evaluator" + place;
      both.put(prefix + "Name", place == 1 ? "Bea Moreau" : "Carl Ude");
      both.put(prefix + "Email", "evaluator-" + UUID.randomUUID() + "@hospital.example");
      both.put(prefix + "Relation", "colleague");
      both.put(prefix + "KnowsWork", "We scan lungs together in the emergency department.");
      both.put(prefix + "Consent", "true");
    }
    return both;
  }

  private static Map<String, String> evaluation() {
    Map<String, String> rated = new LinkedHashMap<>();
    rated.put("profession", "physician");
    rated.put("licenceNumber", "12345");
    rated.put("licenceCountry", "US");
    rated.put("ultrasoundBackground", "true");
    rated.put("ultrasoundBackgroundDetail", "Ten years of teaching.");
    rated.put("observedWithin24Months", "true");
    rated.put("conflict", "none");
    rated.put("consentToBeAsked", "true");
    rated.put("comment", "Careful work.");
    CRITERIA.forEach(criterion -> rated.put("criterion_" + criterion, "4"));
    return rated;
  }

  /** The right options of a question. */
  static List<String> right(String item) {
    return Walk.rightAnswers().getOrDefault(item, List.of("a"));
  }

  /** The eight questions of the lung assessment, for those who have no test forms. */
  static List<String> items() {
    List<String> items = new ArrayList<>();
    for (int number = 1; number <= 8; number++) {
      items.add("lng-0" + (number + 3) / 4 + "-q" + ((number - 1) % 4 + 1));
    }
    return items;
  }
}
