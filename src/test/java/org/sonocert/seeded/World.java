package org.sonocert.seeded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.sonocert.core.AccountId;
import org.sonocert.core.EnrolmentId;
import org.sonocert.demo.acting.ActingCandidates.Named;

/** What belongs to one seed: its dice, its people and what they have begun. */
final class World {
  static final List<String> PRODUCTS = List.of("LNG", "AAA");

  final long seed;
  final Random dice;
  final String mark = UUID.randomUUID().toString().substring(0, 13);
  final List<AccountId> candidates = new ArrayList<>();
  final List<EnrolmentId> enrolments = new ArrayList<>();
  final List<String> codes = new ArrayList<>();
  private int named;

  World(long seed) {
    this.seed = seed;
    this.dice = new Random(seed);
  }

  <T> T one(List<T> of) {
    return of.get(dice.nextInt(of.size()));
  }

  boolean chance(double share) {
    return dice.nextDouble() < share;
  }

  /** Mostly the newest, since the old ones are over. */
  EnrolmentId enrolment() {
    int back = Math.min(enrolments.size() - 1, (int) Math.abs(dice.nextGaussian() * 1.6));
    return enrolments.get(enrolments.size() - 1 - back);
  }

  Named evaluator() {
    named++;
    return new Named(
        "Eva " + "abcdefghij".charAt(named / 10 % 10) + "bcdefghijk".charAt(named % 10) + "ling",
        String.format(Locale.ROOT, "seed-%d-%s-%d@evaluators.example", seed, mark, named));
  }
}
