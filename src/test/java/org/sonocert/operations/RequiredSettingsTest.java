package org.sonocert.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** The jar without the demo names every setting that it misses. */
class RequiredSettingsTest {

  @Test
  void productionNamesEachMissingSetting() {
    assertThat(RequiredSettings.missing(new MockEnvironment()))
        .anyMatch(m -> m.startsWith("SONOCERT_BASE_URL"))
        .anyMatch(m -> m.startsWith("SPRING_MAIL_HOST"))
        .anyMatch(m -> m.startsWith("SONOCERT_MAIL_FROM"))
        .hasSize(3);
  }

  @Test
  void aDatabaseOfOnesOwnNeedsBothLogins() {
    MockEnvironment settings =
        complete().withProperty("SPRING_DATASOURCE_URL", "jdbc:postgresql://db/sonocert");
    assertThat(RequiredSettings.missing(settings))
        .extracting(m -> m.substring(0, m.indexOf(' ')))
        .containsExactly(
            "SPRING_DATASOURCE_USERNAME",
            "SPRING_DATASOURCE_PASSWORD",
            "SPRING_FLYWAY_USER",
            "SPRING_FLYWAY_PASSWORD");
  }

  @Test
  void aPlainAddressNeedsANamedProxy() {
    MockEnvironment settings = complete();
    settings.setProperty("SONOCERT_BASE_URL", "http://sonocert.example");
    assertThat(RequiredSettings.missing(settings)).singleElement().asString().contains("https://");
    settings.setProperty("SONOCERT_TRUSTED_PROXY", "10.0.0.1");
    assertThat(RequiredSettings.missing(settings)).isEmpty();
  }

  @Test
  void whoeverChoosesStripeGivesBothItsSecrets() {
    MockEnvironment settings = complete().withProperty("SONOCERT_CARDS", "stripe");
    assertThat(RequiredSettings.missing(settings))
        .extracting(m -> m.substring(0, m.indexOf(' ')))
        .containsExactly("SONOCERT_STRIPE_SECRET_KEY", "SONOCERT_STRIPE_WEBHOOK_SECRET");
    settings.setProperty("SONOCERT_STRIPE_SECRET_KEY", "sk");
    settings.setProperty("SONOCERT_STRIPE_WEBHOOK_SECRET", "whsec");
    assertThat(RequiredSettings.missing(settings)).isEmpty();
  }

  @Test
  void aCardCompanyThatIsNotThereIsNotChosenSilently() {
    MockEnvironment settings = complete().withProperty("SONOCERT_CARDS", "strype");
    assertThat(RequiredSettings.missing(settings))
        .singleElement()
        .asString()
        .startsWith("SONOCERT_CARDS must be stripe");
  }

  @Test
  void nothingIsMissingWhenAllIsSet() {
    assertThat(RequiredSettings.missing(complete())).isEmpty();
  }

  @Test
  void theDemoNeedsNothing() {
    MockEnvironment settings = new MockEnvironment();
    settings.setActiveProfiles("demo");
    assertThat(RequiredSettings.missing(settings)).isEmpty();
  }

  private static MockEnvironment complete() {
    return new MockEnvironment()
        .withProperty("SONOCERT_BASE_URL", "https://sonocert.example")
        .withProperty("SPRING_MAIL_HOST", "relay.example")
        .withProperty("SONOCERT_MAIL_FROM", "office@sonocert.example");
  }
}
