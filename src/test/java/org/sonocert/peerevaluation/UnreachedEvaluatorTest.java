package org.sonocert.peerevaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sonocert.core.EnrolmentId;
import org.sonocert.notification.RefusedDelivery;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** From a mail server's refusal to what the candidate reads, and what they can do then. */
@RealParts
class UnreachedEvaluatorTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext parts;

  private final String ana = "ana-" + UUID.randomUUID() + "@clinic.example";
  private final String bea = PeerRoom.mailbox();
  private final String carl = PeerRoom.mailbox();
  private PeerRoom room;
  private EnrolmentId enrolment;

  @BeforeEach
  void twoAreInvited() {
    room = new PeerRoom(parts);
    enrolment = room.enrolment(room.candidate(ana));
    assertThat(room.name(enrolment, bea, carl).done()).isTrue();
  }

  @Test
  void theCandidateReadsThatAMailDidNotArriveAndGivesTheRightAddress() throws Exception {
    room.reference(carl);
    RefusedDelivery.of(invitation(carl), carl, parts);

    assertThat(state(carl)).isEqualTo(NominationState.BOUNCED);
    assertThat(page())
        .contains("Our mail did not arrive", "The mail server of " + carl + " refused it")
        .contains("Please compare the address", "Name another evaluator");
    assertThat(page("?lang=es")).contains("Nuestro correo no llegó", "Compruebe la dirección");
    assertThat(
            room.count(
                "select count(*) from outbox where recipient = ? and kind = 'evaluator-needed'"
                    + " and model ->> 'why' = 'bounced'",
                ana))
        .isEqualTo(1);

    String right = PeerRoom.mailbox();
    assertThat(room.nameAnother(enrolment, "Carl Ude", right).done()).isTrue();
    assertThat(state(right)).isEqualTo(NominationState.INVITED);
    assertThat(page("?lang=en")).contains("Invitation sent").doesNotContain("compare the address");
  }

  @Test
  void whoCameByAnEarlierLinkIsNotTakenOutByALaterRefusal() throws Exception {
    room.part(OpeningInvitations.class).sendCode(room.nominee(enrolment, bea));
    RefusedDelivery.of(invitation(bea), bea, parts);
    assertThat(state(bea)).isEqualTo(NominationState.INVITED);
  }

  private String invitation(String mailbox) {
    return room.nominee(enrolment, mailbox).id() + ":invitation";
  }

  private NominationState state(String mailbox) {
    return room.nominee(enrolment, mailbox).state();
  }

  private String page() {
    return page("");
  }

  private String page(String query) {
    Visitor candidate = new Visitor(port);
    candidate.signIn(ana, RealParts.PASSWORD);
    return candidate.get("/me/" + enrolment + query).body();
  }
}
