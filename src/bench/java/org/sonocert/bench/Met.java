package org.sonocert.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the meetings of one kind came to.
 *
 * @param errors errors that a person saw, by kind; whoever saw one sends again
 * @param millis time of each completion as its sender feels it, errors and second sendings in it
 * @param decided time of each enrolment from the instant of sending to its credential
 * @param jobs jobs that were done
 * @param people statements of the senders
 * @param background statements of jobs, with their looking for work
 */
record Met(
    int times,
    Map<String, Integer> errors,
    List<Double> millis,
    List<Double> decided,
    Database.Figures spent,
    long jobs,
    long people,
    long background) {

  /** Both together. */
  Met and(Met more) {
    Map<String, Integer> all = new TreeMap<>(errors);
    more.errors.forEach((kind, times) -> all.merge(kind, times, Integer::sum));
    return new Met(
        times + more.times,
        all,
        joined(millis, more.millis),
        joined(decided, more.decided),
        spent.and(more.spent),
        jobs + more.jobs,
        people + more.people,
        background + more.background);
  }

  private static List<Double> joined(List<Double> some, List<Double> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
