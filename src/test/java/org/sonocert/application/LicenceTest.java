package org.sonocert.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sonocert.core.Rejected;

class LicenceTest {

  @ParameterizedTest
  @ValueSource(strings = {"MD-12 345", "md12345", " MD.123/45 ", "Md–12345"})
  void theSameLicenceIsEqualHoweverItIsTyped(String typed) {
    assertThat(Licence.of("us", typed)).isEqualTo(new Licence("US", "MD12345"));
  }

  @Test
  void theSameNumberOfAnotherCountryIsAnotherLicence() {
    assertThat(Licence.of("ES", "12345")).isNotEqualTo(Licence.of("US", "12345"));
  }

  @Test
  void signsAloneAreNoLicence() {
    assertThatThrownBy(() -> Licence.of("US", "- / -"))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.rejection().code()).isEqualTo("licence-number"));
  }
}
