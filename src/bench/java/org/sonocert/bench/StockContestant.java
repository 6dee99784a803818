package org.sonocert.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people do with a stock engine, told once for both of them. */
abstract class StockContestant implements Contestant {
  /** Their own five or ten seconds would make a turn wait and not work. */
  static final int LOOKING_FOR_JOBS_MILLIS = 100;

  private final StockAnswers answers;
  private final Database database;

  StockContestant(StockAnswers answers, Database database) {
    this.answers = answers;
    this.database = database;
  }

  abstract void start(String process, String key);

  /** The id of an open task of the enrolment, empty when there is none: one query of its own. */
  abstract String task(String key, String activity);

  abstract void complete(String task, Map<String, Object> variables);

  /** Keeps one answer of the sitting at once, as a player must that may be closed at any time. */
  abstract void keep(String task, String variable, String value);

  abstract void tell(String key, String message);

  /** Completes the naming and nominates both, in one transaction. */
  abstract void nominate(
      String key, List<String> nominees, String task, Map<String, Object> variables);

  @Override
  public final Database database() {
    return database;
  }

  @Override
  public final void invite(int people) {}

  @Override
  public String apply() {
    String key = UUID.randomUUID().toString();
    start("application", key);
    for (String form :
        List.of("describe-practice", "show-fundamentals", "attest-cases", "confirm-quote")) {
      complete(task(key, activity(form)), answers.withRoute(form));
    }
    tell(key, "Message_PaymentConfirmed");
    return key;
  }

  @Override
  public final void work(String key) {
    nominate(
        key,
        List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString()),
        task(key, "Activity_NameEvaluators"),
        named());
    for (String form : List.of("accept-agreement", "check-readiness")) {
      complete(task(key, activity(form)), answers.of(form, ""));
    }
    sit(task(key, "Activity_SitCases"));
  }

  private Map<String, Object> named() {
    Map<String, Object> variables = answers.of("name-evaluators", "");
    variables.put("evaluationsIn", 0);
    return variables;
  }

  private void sit(String task) {
    keep(task, "sittingStarted", "1280x800");
    Answers.items()
        .forEach(item -> keep(task, item.replace('-', '_'), String.join("", Answers.right(item))));
  }

  @Override
  public final void handIn(String key) {
    complete(task(key, "Activity_SitCases"), Map.of());
  }

  @Override
  public final void evaluate(String key, int evaluator) {
    complete(
        task(key, "Activity_GiveEvaluation"),
        answers("give-evaluation", "evaluator" + (evaluator + 1) + "_"));
  }

  @Override
  public final long open(String activity) {
    return database.number(
        "select count(*) from act_ru_task where task_def_key_ = '" + activity + "'");
  }

  /** The variables of a form, under names that nobody else's answers have. */
  final Map<String, Object> answers(String form, String prefix) {
    return answers.of(form, prefix);
  }

  private static String activity(String form) {
    return "Activity_"
        + Stream.of(form.split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
  }
}
