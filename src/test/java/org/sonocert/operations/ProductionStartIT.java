package org.sonocert.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonocert.testing.Jar;

/** The jar as an operator starts it, without the demo: what is missing is said in one line. */
class ProductionStartIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Test
  void withoutSettingsItStopsWithOneLineThatNamesEachOfThem() {
    assertThat(refusal(Jar.fresh()))
        .startsWith("Sonocert cannot start, please set: ")
        .contains("SONOCERT_BASE_URL (", "SPRING_MAIL_HOST (", "SONOCERT_MAIL_FROM (");
  }

  @Test
  void withOneSettingMissingOnlyThatOneIsNamed() {
    Jar jar = complete().with("SPRING_MAIL_HOST", "");
    assertThat(refusal(jar))
        .isEqualTo("Sonocert cannot start, please set: SPRING_MAIL_HOST (the mail relay)");
  }

  @Test
  void aDatabaseOfOnesOwnNeedsBothLogins() {
    Jar jar = complete().with("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/sonocert");
    assertThat(refusal(jar))
        .contains(
            "SPRING_DATASOURCE_USERNAME (",
            "SPRING_DATASOURCE_PASSWORD (",
            "SPRING_FLYWAY_USER (",
            "SPRING_FLYWAY_PASSWORD (")
        .doesNotContain("SONOCERT_BASE_URL", "SPRING_MAIL_HOST", "SONOCERT_MAIL_FROM");
  }

  @Test
  void aPublicAddressWithoutTlsIsRefused() {
    Jar jar = complete().with("SONOCERT_BASE_URL", "http://sonocert.example");
    assertThat(refusal(jar)).contains("SONOCERT_BASE_URL must begin with https://");
  }

  private static Jar complete() {
    return Jar.fresh()
        .with("SONOCERT_BASE_URL", "https://sonocert.example")
        .with("SPRING_MAIL_HOST", "relay.example")
        .with("SONOCERT_MAIL_FROM", "office@sonocert.example");
  }

  /** The only line that the process prints, without the demo, before it ends by itself. */
  private static String refusal(Jar fresh) {
    try (Jar jar = fresh.with("SPRING_PROFILES_ACTIVE", "").launch()) {
      assertThat(jar.exitCode(SOON)).isNotZero();
      List<String> lines = jar.log().lines().filter(line -> !line.isBlank()).toList();
      assertThat(lines).hasSize(1);
      assertThat(jar.data()).isEmptyDirectory();
      return lines.get(0);
    }
  }
}
