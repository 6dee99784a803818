package org.sonocert.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** A bare Camunda that takes one kind of care when siblings meet. */
final class MeetingCamunda extends StockCamunda implements Meeting {
  private static final int TRIES = 4;
  private static final String ASYNC = " camunda:asyncAfter=\"true\" ";

  private final Care care;

  /** What is done about siblings that meet. */
  enum Care {
    NOTHING("nothing"),
    ASYNC_AFTER("`asyncAfter` on the siblings, no retry"),
    RETRY("four tries, no lock"),
    LOCK_AND_RETRY("row lock first, then four tries");

    private final String words;

    Care(String words) {
      this.words = words;
    }
  }

  MeetingCamunda(Database database, Care care) {
    super(
        database,
        StockAnswers.ONE_TEXT,
        "meeting-" + care,
        text -> care == Care.ASYNC_AFTER ? asyncAfter(text) : text);
    this.care = care;
    database.execute("create table met (enrolment text primary key)");
    database.execute("grant all on met to public");
  }

  private static String asyncAfter(String diagram) {
    return diagram.replaceAll(
        "(<bpmn:userTask) (id=\"Activity_(SitCases|GiveEvaluation)\")", "$1" + ASYNC + "$2");
  }

  @Override
  public String name() {
    return "Camunda 7.24: " + care.words;
  }

  @Override
  public String prepare() {
    String key = begin();
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
    int tries = care == Care.RETRY || care == Care.LOCK_AND_RETRY ? TRIES : 1;
    for (int attempt = 1; ; attempt++) {
      try {
        sendOnce(key, task, variables);
        return;
      } catch (OptimisticLockingException e) {
        if (attempt == tries) {
          throw e;
        }
      }
    }
  }

  private void sendOnce(String key, String task, Map<String, Object> variables) {
    if (care != Care.LOCK_AND_RETRY) {
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
