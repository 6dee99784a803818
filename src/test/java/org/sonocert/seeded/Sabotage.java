package org.sonocert.seeded;

/** What takes a rule out: something that the owner's login does to the tables, and undoes. */
enum Sabotage {
  ONE_SERIAL_FOR_ALL(
      "INV-03",
      "alter table app.credential drop constraint credential_serial_key; "
          + trigger("app.credential", "insert", "new.serial := 'SC-2026-0000000000-0';"),
      drop("app.credential")),
  A_TIMER_AN_HOUR_LATE(
      "INV-05",
      trigger("camunda.act_ru_job", "insert", "new.duedate_ := new.duedate_ + interval '1 hour';"),
      drop("camunda.act_ru_job")),
  WINDOWS_THAT_NEVER_CLOSE(
      "INV-06",
      trigger(
          "camunda.act_ru_job",
          "insert",
          "if new.type_ = 'timer' and new.duedate_ > now() then new.retries_ := 0; end if;"),
      drop("camunda.act_ru_job")),
  EVALUATORS_WHO_STAY_ASKED(
      "INV-07",
      trigger(
          "app.nomination",
          "update",
          "if new.state <> 'submitted' then new.state := old.state; end if;"),
      drop("app.nomination")),
  ANOTHER_PRICE_THAN_WAS_SHOWN(
      "INV-14",
      trigger("app.payment", "insert", "new.amount_cents := new.amount_cents + 1;"),
      drop("app.payment")),
  A_REFUND_FOR_EVERYBODY(
      "INV-15", trigger("app.refund", "insert", "new.granted := true;"), drop("app.refund")),
  /** The last one, since what it lets in forbids that the index is made again. */
  NO_UNIQUE_INDEX_OF_RUNNING_ENROLMENTS(
      "INV-04", "drop index app.enrolment_one_active", "analyze app.enrolment");

  private final String rule;
  private final String done;
  private final String undone;

  Sabotage(String rule, String done, String undone) {
    this.rule = rule;
    this.done = done;
    this.undone = undone;
  }

  private static String trigger(String table, String on, String what) {
    return """
        create function app.sabotage() returns trigger language plpgsql as $$
        begin %s return new; end $$;
        create trigger sabotage before %s on %s for each row execute function app.sabotage()
        """
        .formatted(what, on, table);
  }

  private static String drop(String table) {
    return "drop trigger sabotage on " + table + "; drop function app.sabotage()";
  }

  /** The invariant that must be found broken. */
  String rule() {
    return rule;
  }

  String done() {
    return done;
  }

  String undone() {
    return undone;
  }
}
