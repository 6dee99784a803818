package org.sonocert.credential.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AskingLimitTest {
  private Instant now = Instant.parse("2027-05-14T16:20:00Z");
  private final AskingLimit limit = new AskingLimit(() -> now, 3);

  @Test
  void theFourthQuestionInAMinuteIsRefusedAndTheNextMinuteIsFree() {
    for (int i = 0; i < 3; i++) {
      assertThat(limit.allows("192.0.2.7")).isTrue();
    }
    assertThat(limit.allows("192.0.2.7")).isFalse();
    assertThat(limit.allows("192.0.2.8")).isTrue();
    now = now.plus(Duration.ofMinutes(1));
    assertThat(limit.allows("192.0.2.7")).isTrue();
  }

  @Test
  void aNetworkOfTheNewProtocolIsOneAddress() {
    for (int i = 0; i < 3; i++) {
      assertThat(limit.allows("2001:db8:1:2:0:0:0:" + i)).isTrue();
    }
    assertThat(limit.allows("2001:db8:1:2:ffff:0:0:1")).isFalse();
    assertThat(limit.allows("2001:db8:1:3:0:0:0:1")).isTrue();
    assertThat(limit.allows("::1")).isTrue();
  }
}
