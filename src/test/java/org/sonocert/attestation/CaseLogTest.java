package org.sonocert.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sonocert.core.Rejected;

/** A log of cases says what was done, and never to whom. */
class CaseLogTest {
  private static final LocalDate TODAY = LocalDate.parse("2027-03-01");

  @Test
  void aSheetSavedAsCsvIsReadWithItsHeadingsAndAnyDivider() {
    CaseLog log =
        CaseLog.read(
            "Date;Indication;Interpreted by\r\n2026-03-14; shortness of breath; self\n\n"
                + "2026-04-01\tsuspected COPD\tSupervisor\n2026-05-02, trauma (FAST), together",
            TODAY);
    assertThat(log.entries()).hasSize(3);
    assertThat(log.body())
        .isEqualTo(
            "2026-03-14, shortness of breath, self\n2026-04-01, suspected COPD, supervisor\n"
                + "2026-05-02, trauma (FAST), together\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-14, pain, Dr Smith | no name",
        "2026-03-14, pain in John Smith, self | small letters",
        "2026-03-14, pain 4711882, self | without numbers",
        "2026-03-14, pain born 1950-01-01, self | without numbers",
        "2026-03-14, a@b.example, self | addresses",
        "2026-03-14, patient name known, self | who the patient was",
        "2026-03-14, nombre conocido, self | who the patient was",
        "14.3.2026, pain, self | year-month-day",
        "2027-03-02, pain, self | still to come",
        "2026-03-14, self | commas between",
        "2026-03-14, , self | kind of indication"
      })
  void whatCouldTellWhoAPatientWasIsRefusedByItsLine(String line, String why) {
    assertThatThrownBy(() -> CaseLog.read("2026-01-01, pain, self\n" + line, TODAY))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("Line 2")
        .hasMessageContaining(why);
  }

  @Test
  void noMoreThanFiveLinesAreNamedAtOnceAndNothingIsNoLog() {
    assertThatThrownBy(() -> CaseLog.read("x\n".repeat(9), TODAY)).hasMessageContaining("4 more");
    assertThatThrownBy(() -> CaseLog.read("date, indication, reader", TODAY))
        .hasMessageContaining("from 1 to");
  }
}
