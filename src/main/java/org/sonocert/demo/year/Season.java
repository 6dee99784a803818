package org.sonocert.demo.year;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.sonocert.core.AccountId;
import org.sonocert.core.ProgrammeClock;
import org.sonocert.core.Rejected;
import org.sonocert.demo.acting.ActingCandidates.Named;

/** The year while it is made: its dice, its agenda, its codes, and what was refused on the way. */
final class Season {
  private static final List<String> PRODUCTS = List.of("LNG", "AAA");

  private final Cast cast;
  private final ProgrammeClock clock;
  private final Random dice;
  private final Agenda agenda = new Agenda();
  private final Map<String, List<String>> codes = new TreeMap<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private final List<AccountId> managers;
  private int named;

  Season(Cast cast, ProgrammeClock clock, long seed) {
    this.cast = cast;
    this.clock = clock;
    this.dice = new Random(seed);
    this.managers = cast.managers();
    PRODUCTS.forEach(product -> codes.put(product, new ArrayList<>()));
  }

  Cast cast() {
    return cast;
  }

  Random dice() {
    return dice;
  }

  Instant now() {
    return clock.now();
  }

  Agenda agenda() {
    return agenda;
  }

  /** Codes of a product that are not used yet. */
  List<String> codes(String product) {
    return codes.getOrDefault(product, List.of());
  }

  AccountId manager() {
    return managers.get(dice.nextInt(managers.size()));
  }

  /** Another manager than the one who asked. */
  AccountId managerBeside(AccountId asks) {
    List<AccountId> others = managers.stream().filter(m -> !m.equals(asks)).toList();
    return others.get(dice.nextInt(others.size()));
  }

  /** A new person who can be named as evaluator. */
  Named evaluator() {
    named++;
    var name = InventedNames.draw(dice, named, "colleagues");
    return new Named(name.whole(), name.email());
  }

  /** A refusal ends what was planned from there; it is a part of life and counted. */
  void at(Instant at, Agenda.Act act) {
    agenda.add(
        at,
        () -> {
          try {
            act.run();
          } catch (Rejected e) {
            refused.merge(e.rejection().code(), 1, Integer::sum);
          }
        });
  }

  /** One more candidate arrives. */
  void arrival(Instant at, int number) {
    String product = PRODUCTS.get(dice.nextInt(3) == 0 ? 1 : 0);
    Fate fate = Fate.draw(dice);
    var name = InventedNames.draw(dice, number, "clinicians");
    Locale locale = dice.nextInt(5) == 0 ? Locale.forLanguageTag("es") : Locale.ENGLISH;
    at(
        Agenda.slot(at),
        () -> {
          AccountId who =
              cast.candidates().signUp(name.email(), name.given(), name.family(), locale);
          new Candidate(this, who, name, number, product, fate).begin();
        });
  }

  /** A person of the demo, whose name and password are known, passes and waits for evaluators. */
  void known(String email, Instant at, int number) {
    cast.account(email)
        .ifPresent(
            who -> {
              var name = InventedNames.draw(dice, number, "clinicians");
              Fate fate = Fate.RUNS_OUT_WITHOUT_EVALUATION;
              at(
                  Agenda.slot(at),
                  () -> new Candidate(this, who, name, number, PRODUCTS.get(0), fate).begin());
            });
  }

  /** What was refused, by code. */
  Map<String, Integer> refused() {
    return refused;
  }
}
