package org.sonocert.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sonocert.assessment.Score.Share;
import org.sonocert.core.EnrolmentId;
import org.sonocert.operations.OpsRoom;
import org.sonocert.testing.RealParts;
import org.sonocert.testing.Walk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever was unsuccessful learns how near it was, and neither score nor question. */
@RealParts
class BandsTest {
  @LocalServerPort int port;
  @Autowired ApplicationContext parts;
  @Autowired Banding banding;
  @Autowired Bands bands;
  @Autowired JdbcClient db;

  @Test
  void eachOutcomeWithEnoughQuestionsHasABandAgainstThePassMark() {
    assertThat(
            banding.of(
                1, Map.of("a", new Share(1, 4), "b", new Share(7, 10), "c", new Share(5, 5)), 70))
        .containsExactlyInAnyOrder(
            new Band(List.of("a"), "below"),
            new Band(List.of("b"), "near"),
            new Band(List.of("c"), "above"));
  }

  @Test
  void outcomesWithTooFewQuestionsArePutTogether() {
    List<Band> found =
        banding.of(1, Map.of("a", new Share(2, 2), "b", new Share(0, 2), "c", new Share(6, 6)), 70);
    assertThat(found).hasSize(2).contains(new Band(List.of("c"), "above"));
    assertThat(found.get(1).outcomes()).containsExactlyInAnyOrder("a", "b");
    assertThat(found.get(1).word()).isEqualTo("below");
  }

  @Test
  void aRestThatIsStillTooSmallJoinsTheSmallestOtherAndNothingIsSaidOfLessThanEnough() {
    List<Band> found =
        banding.of(1, Map.of("a", new Share(1, 1), "b", new Share(4, 4), "c", new Share(9, 9)), 70);
    assertThat(found).hasSize(2).contains(new Band(List.of("c"), "above"));
    assertThat(found.get(1).outcomes()).containsExactlyInAnyOrder("a", "b");
    assertThat(banding.of(1, Map.of("a", new Share(1, 3)), 70)).isEmpty();
  }

  @Test
  void theResultPageSaysBandsAndNoScoreAndWhenOneMayBuyAgain() {
    OpsRoom room = new OpsRoom(parts, port);
    Walk walk = room.bought("Bruna" + UUID.randomUUID().toString().substring(0, 6));
    walk.prepareToSit().startSitting().sit(Map.of());
    walk.untilPageSays("Result of the assessment");

    EnrolmentId id = EnrolmentId.of(walk.enrolment());
    assertThat(bands.of(id)).hasSize(1);
    assertThat(bands.of(id).get(0).passed()).isFalse();
    assertThat(bands.of(id).get(0).bands()).isNotEmpty();
    assertThat(walk.candidate().text())
        .contains("unsuccessful", "Learning outcome", "You may buy this product again from")
        .doesNotContain(" %", "70");
    int items =
        db.sql(
                "select sum((v->>'of')::int) from sitting_score s, jsonb_each(s.by_outcome) e(k, v)"
                    + " where s.enrolment_id = ?")
            .param(id.value())
            .query(Integer.class)
            .single();
    assertThat(items).isGreaterThanOrEqualTo(4);
  }
}
