package org.sonocert.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sonocert.core.AccountId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.demo.acting.ActingCandidates;
import org.sonocert.engine.clock.TimeMachine;
import org.sonocert.identity.Role;
import org.sonocert.invariants.Invariants;
import org.sonocert.invariants.Violation;
import org.sonocert.payment.Buyer;
import org.sonocert.payment.codes.CodeRoom;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the people of a seed live, and asks the invariants after each of their steps. */
final class People {
  private static final int REMEMBERED = 12;

  private final Map<String, Integer> taken = new TreeMap<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private final Steps steps;
  private final Deadlines deadlines;
  private final CodeRoom codes;
  private final ActingCandidates candidates;
  private final Invariants invariants;
  private final ProgrammeClock clock;
  private final JdbcClient db;

  People(AutowireCapableBeanFactory parts) {
    clock = parts.getBean(ProgrammeClock.class);
    db = parts.getBean(JdbcClient.class);
    Buyer people = Buyer.of(parts);
    steps =
        new Steps(
            parts, people.person(Role.PROGRAMME_MANAGER), people.person(Role.PROGRAMME_MANAGER));
    deadlines = new Deadlines(parts.getBean(TimeMachine.class), clock, db);
    codes = CodeRoom.of(parts);
    candidates = parts.getBean(ActingCandidates.class);
    invariants = parts.getBean(Invariants.class);
  }

  /**
   * So many steps of a seed.
   *
   * @throws AssertionError when an invariant breaks, or a step fails other than by a refusal; its
   *     message names the seed
   */
  void live(long seed, int most) {
    World world = new World(seed);
    for (int n = 0; n < 2; n++) {
      world.candidates.add(candidate(world, n));
    }
    World.PRODUCTS.forEach(product -> world.codes.addAll(codes.codes(codes.pack(product, 2))));
    steps.apply(world);
    Deque<String> last = new ArrayDeque<>();
    for (int n = 0; n < most; n++) {
      step(world, n, last);
    }
  }

  private AccountId candidate(World world, int number) {
    String email =
        String.format(
            Locale.ROOT, "seed-%d-%s-%d@candidates.example", world.seed, world.mark, number);
    return candidates.signUp(email, "Seed", "Person", Locale.ENGLISH);
  }

  private void step(World world, int number, Deque<String> last) {
    String what;
    try {
      what = act(world);
      taken.merge(what, 1, Integer::sum);
    } catch (Rejected e) {
      what = "refused: " + e.rejection().code();
      refused.merge(e.rejection().code(), 1, Integer::sum);
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(where(world, number, last), e);
    }
    last.addLast(number + " " + what);
    if (last.size() > REMEMBERED) {
      last.removeFirst();
    }
    List<Violation> broken = invariants.broken(world.enrolments, clock.now());
    assertThat(broken)
        .as(() -> where(world, number, last) + "\n" + String.join("\n", running(broken)))
        .isEmpty();
  }

  private String act(World world) {
    double which = world.dice.nextDouble();
    if (which < 0.06) {
      steps.apply(world);
      return "apply";
    }
    if (which < 0.55) {
      return steps.goOn(world);
    }
    if (which < 0.73) {
      deadlines.jobs();
      return "jobs";
    }
    if (which < 0.83) {
      return deadlines.move(world);
    }
    String odd = world.one(steps.odd());
    steps.odd(odd, world);
    return odd;
  }

  private static String where(World world, int number, Deque<String> last) {
    return "-Dseed=" + world.seed + ", step " + number + ", after " + last;
  }

  /** Where the processes of those stand who break a rule. */
  private List<String> running(List<Violation> broken) {
    return db.sql(
            """
            select e.business_key_ || ' ' || d.key_ || ' at ' || coalesce(x.act_id_, '-') || ' '
                   || coalesce('job ' || j.retries_ || ' due ' || coalesce(j.duedate_::text, 'now')
                      || ' ' || coalesce(j.exception_msg_, ''), '')
              from camunda.act_ru_execution e
              join camunda.act_re_procdef d on d.id_ = e.proc_def_id_
              join camunda.act_ru_execution x on x.proc_inst_id_ = e.id_
              left join camunda.act_ru_job j on j.execution_id_ = x.id_
             where e.business_key_ = any(:keys)
            """)
        .param("keys", broken.stream().map(v -> v.enrolment().toString()).toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /** What was done and refused, by name. */
  String told() {
    return "Steps taken: " + taken + "\nSteps refused: " + refused;
  }
}
