package org.sonocert.bench;

import java.util.List;

/** A contestant whose candidate and two evaluators can send at the same instant. */
interface Meeting extends Contestant {

  /** The three: handing the sitting in, and two evaluations. Their tasks are looked up already. */
  List<Runnable> siblings(String enrolment);

  /** How many jobs were done, ever. */
  long jobsDone();
}
