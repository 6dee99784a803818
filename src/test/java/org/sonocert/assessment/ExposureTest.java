package org.sonocert.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.Rejected;

class ExposureTest {
  private static final Instant END = Instant.parse("2027-04-04T09:00:00Z");

  private final TestForm form = Samples.form();

  @Test
  void casesAreShownUntilTheLastInstantOfTheWindowAndNotAfterIt() {
    Sitting sitting = sitting(null, true);
    assertThatCode(() -> at(END).requireRunning(sitting)).doesNotThrowAnyException();
    refused("window-ended", () -> at(END.plusMillis(1)).requireRunning(sitting));
  }

  @Test
  void casesAreNotShownOnceTheSittingIsHandedInOrTheEnrolmentIsOver() {
    Instant before = END.minusSeconds(1);
    refused("sitting-finished", () -> at(before).requireRunning(sitting(before, true)));
    refused("not-running", () -> at(before).requireRunning(sitting(null, false)));
  }

  @Test
  void mediaOpenWithTheStageAndCloseWithTheCase() {
    refused("not-open-yet", () -> reach("x", "clip.mp4"));
    reach("x", "encounter.mp4");
    reach("x", "clip.mp4", "x1");
    refused("not-open-yet", () -> reach("y", "encounter.mp4", "x1", "x2"));
    reach("y", "encounter.mp4", "x1", "x2", "x3");
    reach("x", "still.mp4", "x1", "x2", "x3");
    refused("case-left", () -> reach("x", "still.mp4", "x1", "x2", "x3", "y1"));
    refused("not-open-yet", () -> reach("y", "nothing.mp4", "x1", "x2", "x3", "y1"));
  }

  private void reach(String caseId, String file, String... answered) {
    at(END).requireReached(sitting(null, true, answered), form, caseId, file);
  }

  private static Exposure at(Instant now) {
    return new Exposure(new OpenWindow(null, () -> now));
  }

  private Sitting sitting(@Nullable Instant finished, boolean running, String... answered) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    List.of(answered).forEach(item -> answers.put(item, List.of("a")));
    return new Sitting(
        UUID.randomUUID(),
        EnrolmentId.create(),
        AccountId.create(),
        form.id(),
        70,
        END.minusSeconds(3_600),
        finished,
        answers,
        null,
        new Sitting.Window(running, END));
  }

  private static void refused(String code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.rejection().code()).isEqualTo(code));
  }
}
