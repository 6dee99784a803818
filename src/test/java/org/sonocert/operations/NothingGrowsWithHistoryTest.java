package org.sonocert.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sonocert.engine.FailedSteps;
import org.sonocert.engine.JobBacklog;
import org.sonocert.enrolment.OpenEnrolments;
import org.sonocert.notification.OutboxBacklog;
import org.sonocert.notification.UnsettledMail;
import org.sonocert.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The operator's questions are answered by indexes of what is open, not by all that ever was. */
@RealParts
class NothingGrowsWithHistoryTest {
  private static final Map<String, List<String>> INDEXES =
      new TreeMap<>(
          Map.of(
              FailedSteps.COUNT, List.of("act_idx_job_failed"),
              FailedSteps.SELECT, List.of("act_idx_job_failed"),
              JobBacklog.NOW, List.of("act_idx_job_duedate", "act_idx_job_failed"),
              JobBacklog.BY_HOUR, List.of("act_idx_job_duedate"),
              OpenEnrolments.COUNTS, List.of("Index Only Scan", "enrolment_window"),
              OutboxBacklog.COUNTS, List.of("outbox_due", "outbox_started", "outbox_unsettled"),
              UnsettledMail.LIST, List.of("outbox_unsettled"),
              UnsettledMail.BOUNCES, List.of("outbox_unsettled")));

  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transaction;

  static Stream<String> questions() {
    return INDEXES.keySet().stream();
  }

  /** Tables of a test are small, so that the planner is told to shun what it would rather do. */
  @ParameterizedTest
  @MethodSource("questions")
  void aQuestionIsAnsweredByTheIndexOfWhatIsOpen(String question) {
    String plan = plan(question);
    assertThat(plan)
        .contains(INDEXES.get(question))
        .doesNotContainPattern("Seq Scan on (act_ru_job|outbox|enrolment)\\b");
  }

  @Test
  void aQuestionAboutAllThatWasSentIsNoticed() {
    assertThat(plan("select count(*) from outbox where state = 'SENT'"))
        .containsPattern("Seq Scan on outbox\\b");
  }

  private String plan(String question) {
    String sql =
        question
            .replaceAll(":(now|soon|until)", "now()::timestamp")
            .replace("created_at > ?", "created_at > now()")
            .replace("limit ?", "limit 50");
    return transaction.execute(
        t -> {
          db.sql("set local enable_seqscan = off").update();
          db.sql("set local enable_bitmapscan = off").update();
          return String.join("\n", db.sql("explain " + sql).query(String.class).list());
        });
  }
}
