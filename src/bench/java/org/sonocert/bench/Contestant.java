package org.sonocert.bench;

/** One engine with the certificate's diagrams, and what people do with it. */
interface Contestant extends AutoCloseable {

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
   * One candidate applies, pays, names two evaluators and sits the assessment.
   *
   * @return the enrolment's business key
   */
  String enrol();

  /** One of the two evaluators answers. */
  void evaluate(String enrolment, int evaluator);

  /** How many evaluators are asked now and have not answered. */
  long asked();

  /** How many enrolments ended with a credential, ever. */
  long awarded();

  @Override
  void close();
}
