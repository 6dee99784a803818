package org.sonocert.bench;

import java.util.List;

/** The product as it is. */
final class Ours implements Meeting {
  /** The one that the others are held to. */
  static final String NAME = "Sonocert";

  private final Product product;
  private final OurPeople people;

  Ours(Server server) {
    this.product = new Product(server);
    this.people = new OurPeople(product);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Database database() {
    return product.database();
  }

  @Override
  public void invite(int candidates) {
    people.invite(candidates);
  }

  @Override
  public void wake() {
    product.jobs().start();
  }

  @Override
  public void rest() {
    product.jobs().shutdown();
  }

  @Override
  public String apply() {
    return people.apply();
  }

  @Override
  public void work(String enrolment) {
    people.work(enrolment);
  }

  @Override
  public void handIn(String enrolment) {
    people.handIn(enrolment);
  }

  @Override
  public void evaluate(String enrolment, int evaluator) {
    people.evaluate(people.find(enrolment, evaluator));
  }

  @Override
  public List<Runnable> siblings(String enrolment) {
    OurPeople.Asked first = people.find(enrolment, 0);
    OurPeople.Asked second = people.find(enrolment, 1);
    return List.of(
        () -> people.handIn(enrolment),
        () -> people.evaluate(first),
        () -> people.evaluate(second));
  }

  @Override
  public long jobsDone() {
    return database().number("select count(*) from camunda.act_hi_job_log where job_state_ = 2");
  }

  @Override
  public long open(String activity) {
    return database()
        .number(
            "select count(*) from camunda.act_ru_task where task_def_key_ = '" + activity + "'");
  }

  @Override
  public long awarded() {
    return database().number("select count(*) from app.credential");
  }

  @Override
  public void close() {
    product.close();
  }
}
