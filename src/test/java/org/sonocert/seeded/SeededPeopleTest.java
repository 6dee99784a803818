package org.sonocert.seeded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.invariants.Invariants;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * People who do what comes to their minds, by seeds, and the invariants after each step. {@code
 * -Dseed=17} replays one, {@code -Dseeds=…} and {@code -Dsteps=…} set how much.
 */
@RealParts
@TestPropertySource(properties = "sonocert.jobs=false")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeededPeopleTest {
  private static final int SEEDS =
      Integer.getInteger("seeds", Boolean.getBoolean("sonocert.full") ? 300 : 40);
  private static final int STEPS = Integer.getInteger("steps", 200);
  private static final int UNTIL_CAUGHT = 30;

  private People people;
  @Autowired Invariants invariants;
  @Autowired ProgrammeClock clock;
  @Autowired JdbcClient db;

  @BeforeEach
  void parts(@Autowired AutowireCapableBeanFactory parts) {
    people = new People(parts);
  }

  @Test
  @Order(1)
  void whateverPeopleDoTheInvariantsHold() {
    Long only = Long.getLong("seed");
    LongStream seeds = only == null ? LongStream.range(0, SEEDS) : LongStream.of(only);
    seeds.forEach(seed -> people.live(seed, STEPS));
    Map<String, Integer> states = counted("select state, count(*)::int from enrolment group by 1");
    System.out.println(people.told());
    System.out.println("Enrolments by state: " + states);
    System.out.println(
        "End events: "
            + counted(
                "select act_id_, count(*)::int from camunda.act_hi_actinst"
                    + " where act_type_ like '%EndEvent' group by 1"));
    assertThat(invariants.broken(clock.now())).isEmpty();
    if (only == null && SEEDS >= 40) {
      assertThat(states.keySet())
          .contains("certified", "unsuccessful", "window-ended", "refunded", "ineligible")
          .contains("application-ended", "withdrawn");
    }
    if (only == null && SEEDS >= 100) {
      assertThat(states.keySet()).contains("cancelled");
    }
  }

  /** The test of the test: with a rule taken out, people find it out soon. */
  @ParameterizedTest
  @EnumSource(Sabotage.class)
  @Order(2)
  void aRuleThatIsTakenOutIsMissed(Sabotage sabotage, @Autowired Flyway flyway) {
    JdbcClient owner = JdbcClient.create(flyway.getConfiguration().getDataSource());
    owner.sql(sabotage.done()).update();
    try {
      assertThatThrownBy(
              () -> LongStream.range(0, UNTIL_CAUGHT).forEach(seed -> people.live(seed, STEPS)))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(sabotage.rule() + ": ");
    } finally {
      owner.sql(sabotage.undone()).update();
    }
  }

  private Map<String, Integer> counted(String query) {
    Map<String, Integer> counted = new TreeMap<>();
    db.sql(query).query((row, n) -> counted.put(row.getString(1), row.getInt(2))).list();
    return counted;
  }
}
