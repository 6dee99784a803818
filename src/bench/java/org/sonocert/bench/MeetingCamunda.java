package org.sonocert.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** A bare Camunda that takes one kind of care when siblings meet. */
final class MeetingCamunda extends StockCamunda implements Meeting {
  private final Care care;

  /** What is done about siblings that meet. */
  enum Care {
    NOTHING("nothing", false, 1, false),
    JOBS("`asyncAfter` on the siblings", false, 1, true),
    TRIES("four tries", false, 4, false),
    LOCK_AND_TRIES("row lock, four tries", true, 4, false),
    ALL("row lock, four tries, `asyncAfter`, as ours", true, 4, true);

    private final String words;
    private final boolean lock;
    private final int tries;
    private final boolean jobs;

    Care(String words, boolean lock, int tries, boolean jobs) {
      this.words = words;
      this.lock = lock;
      this.tries = tries;
      this.jobs = jobs;
    }
  }

  MeetingCamunda(Database database, Care care) {
    super(database, StockAnswers.ONE_TEXT, care.words, text -> drawn(care, text));
    this.care = care;
    database.execute("create table met (enrolment text primary key)");
    database.execute("grant all on met to public");
  }

  private static String drawn(Care care, String diagram) {
    String prompt = Policy.withoutRetryCycles(diagram);
    return care.jobs ? prompt : Policy.withoutJobsAfterTasks(prompt);
  }

  @Override
  public String apply() {
    String key = super.apply();
    database().execute("insert into met values ('" + key + "')");
    return key;
  }

  @Override
  public List<Runnable> siblings(String key) {
    String sitting = task(key, "Activity_SitCases");
    List<String> asked = tasks(key, "Activity_GiveEvaluation");
    return List.of(
        () -> send(key, sitting, Map.of()),
        () -> send(key, asked.get(0), answers("give-evaluation", "evaluator1_")),
        () -> send(key, asked.get(1), answers("give-evaluation", "evaluator2_")));
  }

  private void send(String key, String task, Map<String, Object> variables) {
    for (int attempt = 1; ; attempt++) {
      try {
        sendOnce(key, task, variables);
        return;
      } catch (OptimisticLockingException e) {
        if (attempt == care.tries) {
          throw e;
        }
      }
    }
  }

  private void sendOnce(String key, String task, Map<String, Object> variables) {
    if (!care.lock) {
      complete(task, variables);
      return;
    }
    inTransaction(
        context -> {
          lock(context, key);
          complete(task, variables);
          return true;
        });
  }

  private static void lock(CommandContext context, String key) {
    var connection = context.getDbSqlSession().getSqlSession().getConnection();
    try (PreparedStatement lock =
        connection.prepareStatement("select * from met where enrolment = ? for update")) {
      lock.setString(1, key);
      lock.executeQuery().close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public long jobsDone() {
    return database().number("select count(*) from act_hi_job_log where job_state_ = 2");
  }
}
