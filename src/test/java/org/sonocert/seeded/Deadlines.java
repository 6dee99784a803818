package org.sonocert.seeded;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sonocert.core.EnrolmentId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.engine.clock.TimeMachine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves the clock: a little, some days, or to just before, at or after something that is due. */
final class Deadlines {
  private static final String DUE =
      """
      select at from (
        select window_ends_at at from enrolment where id = any(:ids) and state = 'active'
        union all select ended_at + interval '30 days' from enrolment
                   where id = any(:ids) and state in ('unsuccessful', 'window-ended')
        union all select expires_at from quote where enrolment_id = any(:ids)
        union all select due_at from refund where enrolment_id = any(:ids)
        union all select valid_until from enrollment_code where enrolment_id = any(:ids)
        union all select j.duedate_ at time zone 'UTC' from camunda.act_ru_job j
                    join camunda.act_ru_execution e on e.id_ = j.process_instance_id_
                   where e.business_key_ = any(:keys)) all_due
       where at > :now order by at
      """;

  private final TimeMachine machine;
  private final ProgrammeClock clock;
  private final JdbcClient db;

  Deadlines(TimeMachine machine, ProgrammeClock clock, JdbcClient db) {
    this.machine = machine;
    this.clock = clock;
    this.db = db;
  }

  /** Does what is due now. */
  void jobs() {
    failed(machine.advance(Duration.ofMillis(100)));
  }

  /** Moves on; says how. */
  String move(World world) {
    double how = world.dice.nextDouble();
    if (how < 0.35) {
      return by(Duration.ofMinutes(1 + world.dice.nextInt(40)), "minutes");
    }
    if (how < 0.6) {
      return by(Duration.ofHours(1 + world.dice.nextInt(24 * 12)), "days");
    }
    List<Instant> due = due(world);
    if (due.isEmpty()) {
      return by(Duration.ofDays(1), "a day");
    }
    Instant at = world.chance(0.6) ? due.get(0) : world.one(due);
    Duration off = world.one(List.of(Duration.ofMinutes(-1), Duration.ZERO, Duration.ofMinutes(1)));
    Duration until = Duration.between(clock.now(), at.plus(off));
    return by(until.isNegative() ? Duration.ZERO : until, "around a due instant");
  }

  private String by(Duration duration, String how) {
    failed(machine.advance(duration));
    return how;
  }

  private List<Instant> due(World world) {
    return db.sql(DUE)
        .param("ids", world.enrolments.stream().map(EnrolmentId::value).toArray(UUID[]::new))
        .param("keys", world.enrolments.stream().map(EnrolmentId::toString).toArray(String[]::new))
        .param("now", java.sql.Timestamp.from(clock.now()))
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .list();
  }

  private static void failed(List<TimeMachine.Happened> happened) {
    happened.stream()
        .filter(one -> one.name().contains(" failed: "))
        .findFirst()
        .ifPresent(
            one -> {
              throw new AssertionError(one.what() + ": " + one.name());
            });
  }
}
