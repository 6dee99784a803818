package org.sonocert.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sonocert.application.EligibilityFacts;

/**
 * What the diagrams call, for engines without the product: nothing is stored anywhere, and only
 * variables are set that a condition, a timer or a table asks for.
 */
final class StockSteps {
  private static final Set<String> SILENT =
      Set.of(
          "computeDueDate",
          "recordWaiverRefused",
          "recordNotEligible",
          "recordApplicationWithdrawn",
          "remindCandidate",
          "closeEnrolment",
          "issueCredential",
          "recordUnsuccessful",
          "recordCancelled",
          "recordAssessmentResult",
          "returnEvaluation",
          "remindEvaluator",
          "recordPeerResult");
  private static final Map<String, Consumer<Scope>> SPEAKING =
      Map.of(
          "gatherEligibilityFacts", StockSteps::facts,
          "prepareQuote", scope -> scope.set("quoteExpiresAt", in(Duration.ofMinutes(30))),
          "openEnrolment", scope -> scope.startTrunk(trunk(scope)),
          "scoreSitting", StockSteps::score,
          "inviteEvaluator", scope -> scope.set("evaluatorLastReminderAt", in(Duration.ofDays(80))),
          "countEvaluation", StockSteps::count,
          "scorePeers", StockSteps::peers);

  private StockSteps() {}

  /** A running process as both engines show it. */
  interface Scope {
    @Nullable Object get(String variable);

    void set(String variable, Object value);

    /** Starts the certificate's trunk under the same business key, in the same transaction. */
    void startTrunk(Map<String, Object> variables);
  }

  /** Names of all steps. */
  static Set<String> names() {
    Set<String> all = new java.util.HashSet<>(SILENT);
    all.addAll(SPEAKING.keySet());
    return all;
  }

  /** Does a step. */
  static void run(String step, Scope scope) {
    SPEAKING.getOrDefault(step, s -> {}).accept(scope);
  }

  /** What a process starts with. */
  static Map<String, Object> start(String key) {
    return Map.of("enrolmentId", key, "candidateId", key, "areaCode", "LNG", "productCode", "LNG");
  }

  private static Map<String, Object> trunk(Scope scope) {
    return Map.of(
        "enrolmentId", String.valueOf(scope.get("enrolmentId")),
        "candidateId", String.valueOf(scope.get("candidateId")),
        "areaCode", "LNG",
        "productCode", "LNG",
        "windowEndsAt", in(Duration.ofDays(90)),
        "halfWindowAt", in(Duration.ofDays(45)),
        "peerStandardMet", "open");
  }

  /** The product's own names, so that a new input of the table is missed at compile time. */
  private static void facts(Scope scope) {
    new EligibilityFacts(false, true, true, true, false, -1, -1, true, 30)
        .named()
        .forEach(scope::set);
  }

  private static void score(Scope scope) {
    scope.set("scorePercent", 100.0);
    scope.set("cutPercent", 60);
  }

  private static void count(Scope scope) {
    int in = Integer.parseInt(String.valueOf(scope.get("evaluationsIn"))) + 1;
    scope.set("evaluationsIn", in);
    scope.set("evaluationOutcome", in == 1 ? "counted-first" : "counted-second");
  }

  private static void peers(Scope scope) {
    scope.set("peerMean", 4.0);
    scope.set("lowestImageQuality", 4);
    scope.set("ratedEvaluations", 2);
  }

  private static String in(Duration from) {
    return Instant.now().plus(from).toString();
  }
}
