package org.sonocert.process;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApplicationProcessTest extends ProcessTest {
  private static final String DUE = "2027-01-11T09:00:00Z";

  private final Map<String, Object> facts = new HashMap<>();

  @BeforeEach
  void aCandidateWithNothingMissing() {
    facts.putAll(
        Map.of(
            "trainee", false,
            "goodStanding", true,
            "practising", true,
            "fundamentalsMet", true,
            "activeElsewhere", false,
            "credentialMonthsLeft", -1,
            "daysSinceLastResult", -1,
            "truthConfirmed", true,
            "casesAttested", 20));
    steps.answer("gatherEligibilityFacts", execution -> execution.setVariables(facts));
    steps.answer("computeDueDate", "dueAt", DUE);
    steps.answer("drawLot", "lot", 500);
    steps.answer(
        "prepareQuote",
        execution -> {
          assertThat(execution.getVariable("quoteValidFor")).isEqualTo("PT30M");
          Instant until = ClockUtil.getCurrentTime().toInstant().plus(ofMinutes(30));
          execution.setVariable("quoteExpiresAt", until.toString());
        });
  }

  private Journey applied() {
    return Journey.start("application", Map.of("areaCode", "LNG"))
        .complete("Activity_DescribePractice");
  }

  private Journey quoteAsked() {
    return applied()
        .complete("Activity_ShowFundamentals", Map.of("waiverAsked", false))
        .complete("Activity_AttestCases");
  }

  @Test
  void fiveOfAHundredPurchasesAreDrawnForAnAudit() {
    steps.answer("drawLot", "lot", 499);
    Journey journey =
        quoteAsked().complete("Activity_ConfirmQuote").signal("Message_PaymentConfirmed");

    assertThat(journey.ends()).containsExactly("EndEvent_EnrolmentPaid");
    assertThat(journey.steps()).endsWith("drawLot", "beginAttestationAudit");
    assertThat(journey.variable("answerDays")).isEqualTo(21);
  }

  @Test
  void aPaidApplicationOpensTheEnrolmentAtOnce() {
    Journey journey =
        quoteAsked().complete("Activity_ConfirmQuote").signal("Message_PaymentConfirmed");

    assertThat(journey.ends()).containsExactly("EndEvent_EnrolmentPaid");
    assertThat(journey.over()).isTrue();
    assertThat(journey.steps())
        .containsExactly("gatherEligibilityFacts", "prepareQuote", "openEnrolment", "drawLot");
    assertThat(journey.variable("requiredCases")).isEqualTo(20);
    assertThat(journey.variable("reason"))
        .isEqualTo("You meet every requirement of this certificate.");
  }

  @Test
  void aQuoteThatRanOutIsConfirmedAgainAndNothingSpins() {
    Journey journey = quoteAsked().complete("Activity_ConfirmQuote");

    journey.advance(ofMinutes(29));
    assertThat(journey.openTasks()).isEmpty();
    journey.advance(ofMinutes(1));
    assertThat(journey.openTasks()).containsExactly("Activity_ConfirmQuoteAgain");
    journey.advance(ofDays(400));
    assertThat(journey.openTasks()).containsExactly("Activity_ConfirmQuoteAgain");
    assertThat(journey.jobs()).isEmpty();

    journey.complete("Activity_ConfirmQuoteAgain").signal("Message_PaymentConfirmed");
    assertThat(journey.ends()).containsExactly("EndEvent_EnrolmentPaid");
  }

  @Test
  void aPaymentOfWhichWeHearAfterTheQuoteRanOutOpensTheEnrolment() {
    Journey journey = quoteAsked().complete("Activity_ConfirmQuote").advance(ofDays(4));
    assertThat(journey.openTasks()).containsExactly("Activity_ConfirmQuoteAgain");

    journey.signal("Message_PaymentConfirmed");
    assertThat(journey.ends()).containsExactly("EndEvent_EnrolmentPaid");
    assertThat(journey.steps()).endsWith("openEnrolment", "drawLot");
    assertThat(journey.openTasks()).isEmpty();
  }

  @Test
  void aWaiverIsCheckedByTheGroupOfTheTableWithinItsDays() {
    Journey journey = applied().complete("Activity_ShowFundamentals", Map.of("waiverAsked", true));

    assertThat(journey.variable("businessDays")).isEqualTo(5);
    assertThat(journey.variable("reviewerGroup")).isEqualTo("programme-manager");
    assertThat(journey.task("Activity_CheckWaiver").getDueDate())
        .isEqualTo(Date.from(Instant.parse(DUE)));

    journey.complete("Activity_CheckWaiver", Map.of("waiverGranted", true));
    assertThat(journey.openTasks()).containsExactly("Activity_AttestCases");
  }

  @Test
  void aRefusedWaiverEndsBeforeAnythingIsPaid() {
    Journey journey =
        applied()
            .complete("Activity_ShowFundamentals", Map.of("waiverAsked", true))
            .complete("Activity_CheckWaiver", Map.of("waiverGranted", false));

    assertThat(journey.over()).isFalse();
    journey.runJobs();
    assertThat(journey.ends()).containsExactly("EndEvent_WaiverRefused");
    assertThat(journey.steps()).containsExactly("computeDueDate", "recordWaiverRefused");
  }

  @Test
  void whoeverIsNotEligibleReadsTheReasonAtOnce() {
    facts.put("casesAttested", 19);
    Journey journey = quoteAsked();

    assertThat(journey.ends()).containsExactly("EndEvent_NotEligible");
    assertThat(journey.steps()).containsExactly("gatherEligibilityFacts", "recordNotEligible");
    assertThat(String.valueOf(journey.variable("reason"))).startsWith("You attested fewer cases");
  }

  @Test
  void anApplicationCanBeWithdrawnWhileWeWaitForThePayment() {
    Journey journey =
        quoteAsked().complete("Activity_ConfirmQuote").signal("Message_ApplicationWithdrawn");

    assertThat(journey.ends()).containsExactly("EndEvent_ApplicationWithdrawn");
    assertThat(journey.over()).isTrue();
    assertThat(journey.steps()).endsWith("recordApplicationWithdrawn");
  }

  @AfterAll
  static void everyNodeWasPassed() {
    everyNodeWasPassed("application");
  }
}
