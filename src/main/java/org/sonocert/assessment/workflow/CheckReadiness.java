package org.sonocert.assessment.workflow;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sonocert.assessment.Preparations;
import org.sonocert.core.Rejected;
import org.sonocert.core.Rejection;
import org.sonocert.engine.AnswerHandler;
import org.sonocert.engine.Submission;
import org.springframework.stereotype.Component;

/**
 * Takes the readiness check. What is not met is kept as a warning; only cookies and media that do
 * not play hold anybody back.
 */
@Component
class CheckReadiness implements AnswerHandler {
  private static final Map<String, String> BLOCKING =
      Map.of(
          "cookiesEnabled",
          "Switch cookies on in this browser, then send the check again.",
          "mediaPlayed",
          "The sample must play before you can start. Try another browser or device, then send"
              + " the check again.");

  private final Preparations preparations;

  CheckReadiness(Preparations preparations) {
    this.preparations = preparations;
  }

  @Override
  public String formId() {
    return "check-readiness";
  }

  @Override
  public Map<String, Object> accept(Submission submission) {
    Map<String, String> results = new TreeMap<>();
    submission.answers().forEach((point, met) -> results.put(point, met.toString()));
    BLOCKING.forEach(
        (point, remedy) -> {
          if ("no".equals(results.get(point))) {
            throw new Rejected(
                Rejection.invalid(
                    "not-ready", remedy + " Nothing was started; your right to a refund stays."));
          }
        });
    List<String> warnings = results.keySet().stream().filter(p -> !submission.yes(p)).toList();
    preparations.check(submission.enrolment(), results, warnings);
    return Map.of();
  }
}
