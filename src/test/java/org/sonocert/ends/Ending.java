package org.sonocert.ends;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sonocert.enrolment.EnrolmentState;

/**
 * One way in which an enrolment ends, and what must then be there: nothing less, nothing more.
 *
 * @param at the process that ends, and where the engine says it ended: an end event, or the event
 *     sub-process in which that one lies
 * @param reason what the candidate reads
 * @param results decided rows, each beginning as here
 * @param ends every end event passed on the way
 */
record Ending(
    String name,
    UnaryOperator<Road> way,
    EnrolmentState state,
    String at,
    String reason,
    List<String> results,
    List<String> evaluators,
    List<String> mails,
    Set<String> ends) {

  static Ending of(String name, EnrolmentState state, String at, UnaryOperator<Road> way) {
    String last = at.split(" ")[1];
    Set<String> ends = last.startsWith("EndEvent_") ? Set.of(last) : Set.of();
    return new Ending(name, way, state, at, "", List.of(), List.of(), List.of(), ends);
  }

  Ending because(String told) {
    return new Ending(name, way, state, at, told, results, evaluators, mails, ends);
  }

  Ending results(String... rows) {
    return new Ending(name, way, state, at, reason, List.of(rows), evaluators, mails, ends);
  }

  Ending evaluators(String... who) {
    return new Ending(name, way, state, at, reason, results, List.of(who), mails, ends);
  }

  Ending mails(String... posted) {
    List<String> sorted = Stream.of(posted).sorted().toList();
    return new Ending(name, way, state, at, reason, results, evaluators, sorted, ends);
  }

  /** End events beside the one at which it ends. */
  Ending past(String... others) {
    TreeSet<String> all = new TreeSet<>(ends);
    Stream.of(others).map(other -> "EndEvent_" + other).forEach(all::add);
    return new Ending(name, way, state, at, reason, results, evaluators, mails, all);
  }

  @Override
  public String toString() {
    return name;
  }
}
