package org.sonocert.bench;

/** One engine with the certificate's diagrams, and what people do with it. */
interface Contestant extends AutoCloseable {
  /**
   * What people do for one enrolment: opening it, four forms, paying, three forms, starting, eight
   * answers, handing in, two evaluations.
   */
  int ACTIONS = 21;

  /** How the report calls it. */
  String name();

  /** The database that is its own. */
  Database database();

  /** Makes the people of a round, outside its time. */
  void invite(int people);

  /** Lets its background jobs run. */
  void wake();

  /** Stops its background jobs, so that another one has the machine alone. */
  void rest();

  /**
   * One candidate fills in an application and pays.
   *
   * @return the enrolment's business key
   */
  String apply();

  /** The candidate names two evaluators, prepares and answers all questions. */
  void work(String enrolment);

  /** The candidate hands the sitting in. */
  void handIn(String enrolment);

  /** One of the two evaluators answers. */
  void evaluate(String enrolment, int evaluator);

  /** How many tasks of that kind are open, in all enrolments. */
  long open(String activity);

  /** How many enrolments ended with a credential, ever. */
  long awarded();

  @Override
  void close();
}
