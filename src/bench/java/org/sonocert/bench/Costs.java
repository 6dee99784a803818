package org.sonocert.bench;

/**
 * What one enrolment costs, counted in a turn of its own.
 *
 * @param people statements of people's threads, a batch counted once
 * @param jobs statements of background jobs, with their looking for work
 * @param singly all statements, each member of a batch counted
 * @param rows rows inserted, updated and deleted
 * @param commits transactions that ended well
 * @param rollbacks transactions that did not
 */
record Costs(
    double people, double jobs, double singly, double rows, double commits, double rollbacks) {

  static Costs of(Contestant contestant, int enrolments) {
    Database database = contestant.database();
    contestant.invite(enrolments);
    Counting counting = database.counting();
    Database.Figures spent =
        database.spent(
            () -> {
              counting.start();
              new Round(contestant, enrolments).run();
              counting.stop();
            });
    double n = enrolments;
    return new Costs(
        counting.people() / n,
        counting.jobs() / n,
        counting.singly() / n,
        spent.rows() / n,
        spent.commits() / n,
        spent.rollbacks() / n);
  }
}
