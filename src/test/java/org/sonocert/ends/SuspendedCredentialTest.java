package org.sonocert.ends;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.enrolment.EnrolmentState;
import org.sonocert.enrolment.Enrolments;
import org.sonocert.invariants.Invariants;
import org.sonocert.testing.PlainBrowser;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A certificate whose payment is reversed after the award, as a stranger sees it. */
@RealParts
class SuspendedCredentialTest {
  @Autowired ApplicationContext parts;
  @Autowired Enrolments enrolments;
  @Autowired Invariants invariants;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  @Test
  void lostItIsSuspendedWithoutAReasonAndWonAfterAllItIsValidAgain() {
    String base = "http://localhost:" + port;
    Road road = new Road(parts, base).bought().named().passed().evaluated("4", "3").over();
    String page = "/verify/" + serial(road);
    PlainBrowser stranger = new PlainBrowser(base);
    assertThat(stranger.open(page).text()).contains("Valid");

    road.disputed();
    assertThat(stranger.open(page).text()).as("while it is open").contains("Valid");
    road.decidedByCompany("lost");
    assertThat(stranger.open(page).text())
        .contains("Suspended", "does not count now")
        .doesNotContainIgnoringCase("payment")
        .doesNotContainIgnoringCase("card company");
    assertThat(road.page()).contains("Your certificate is suspended", "gave USD 150");
    assertThat(enrolments.get(road.id()).state()).isEqualTo(EnrolmentState.CERTIFIED);
    assertThat(invariants.broken(List.of(road.id()), clock.now())).isEmpty();

    road.decidedByCompany("won");
    assertThat(stranger.open(page).text()).contains("Valid").doesNotContain("Suspended");
    assertThat(mails(road)).contains("credential-suspended", "credential-reinstated");
    assertThat(states(road)).containsExactly("suspended", "valid");
    assertThat(invariants.broken(List.of(road.id()), clock.now())).isEmpty();
  }

  private String serial(Road road) {
    return db.sql("select serial from credential where enrolment_id = ?")
        .param(road.id().value())
        .query(String.class)
        .single();
  }

  private List<String> mails(Road road) {
    return db.sql("select kind from outbox where enrolment_id = ?")
        .param(road.id().value())
        .query(String.class)
        .list();
  }

  private List<String> states(Road road) {
    return db.sql(
            "select state from credential_status_change where enrolment_id = ? order by number")
        .param(road.id().value())
        .query(String.class)
        .list();
  }
}
