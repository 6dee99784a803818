package org.sonocert.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sonocert.core.Rejection;

class FundamentalsTest {
  private static final LocalDate TODAY = LocalDate.of(2028, 2, 29);

  @Test
  void theCertificateNeedsItsNumberAndDateAndNoWaiver() {
    Fundamentals shown = certificate("F-1", TODAY);
    assertThat(shown.incomplete(TODAY)).isEmpty();
    assertThat(shown.waiverAsked()).isFalse();
    assertThat(code(certificate(null, TODAY))).isEqualTo("fundamentals-incomplete");
    assertThat(code(certificate("F-1", null))).isEqualTo("fundamentals-incomplete");
    assertThat(code(certificate("F-1", TODAY.plusDays(1)))).isEqualTo("date-ahead");
  }

  @Test
  void anExaminationNeedsItsDateAndNumberAndAsksForAWaiver() {
    Fundamentals shown = examination(TODAY.minusYears(4), "E-9");
    assertThat(shown.incomplete(TODAY)).isEmpty();
    assertThat(shown.waiverAsked()).isTrue();
    assertThat(code(examination(null, "E-9"))).isEqualTo("fundamentals-incomplete");
    assertThat(code(examination(TODAY.plusDays(1), "E-9"))).isEqualTo("date-ahead");
  }

  @Test
  void aCredentialMustBeValidToday() {
    assertThat(credential(TODAY).incomplete(TODAY)).isEmpty();
    assertThat(code(credential(TODAY.minusDays(1)))).isEqualTo("credential-over");
    assertThat(code(credential(null))).isEqualTo("fundamentals-incomplete");
  }

  @Test
  void onlyThePartOfTheChosenRouteIsLookedAt() {
    Fundamentals shown =
        new Fundamentals("certificate", "F-1", TODAY, TODAY.plusDays(9), null, null, null, null);
    assertThat(shown.incomplete(TODAY)).isEmpty();
  }

  private static String code(Fundamentals shown) {
    return shown.incomplete(TODAY).map(Rejection::code).orElse("fine");
  }

  private static Fundamentals certificate(String number, LocalDate date) {
    return new Fundamentals("certificate", number, date, null, null, null, null, null);
  }

  private static Fundamentals examination(LocalDate date, String reference) {
    return new Fundamentals("waiver-examination", null, null, date, reference, null, null, null);
  }

  private static Fundamentals credential(LocalDate until) {
    return new Fundamentals("waiver-credential", null, null, null, null, "RDMS", "C-1", until);
  }
}
