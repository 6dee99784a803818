package org.sonocert.engine;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import org.sonocert.core.OncePerTransaction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of policy releases. A release never changes once written, so what was read stays in
 * memory; what a node has not seen is read when it is asked for.
 */
@Component
class ReleaseLookup {
  private final ObjectProvider<JdbcClient> db;
  private final Map<Long, PolicyRelease> byNumber = new ConcurrentHashMap<>();
  private final Map<String, Long> byDeployment = new ConcurrentHashMap<>();
  private final Map<String, Long> byDefinition = new ConcurrentHashMap<>();

  ReleaseLookup(ObjectProvider<JdbcClient> db) {
    this.db = db;
  }

  PolicyRelease byNumber(long number) {
    return byNumber.computeIfAbsent(
        number,
        n ->
            select("select * from policy_release where number = ?", n).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No policy release " + n)));
  }

  /**
   * The release in force: the highest number that is effective at the instant. All parts of one
   * transaction that ask about the same minute get the same answer.
   */
  PolicyRelease inForce(Instant at) {
    return OncePerTransaction.of(InForce.class, at.truncatedTo(MINUTES), minute -> read(at));
  }

  /** Key of what a transaction has read. */
  private static final class InForce {}

  private PolicyRelease read(Instant at) {
    return select(
            "select * from policy_release where effective_at <= ?"
                + " order by effective_at desc, number desc limit 1",
            java.sql.Timestamp.from(at))
        .stream()
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No policy release is in force"));
  }

  List<PolicyRelease> all() {
    return select("select * from policy_release where number > ? order by number", 0L);
  }

  long ofDeployment(String deployment) {
    return byDeployment.computeIfAbsent(
        deployment,
        d ->
            select("select * from policy_release where deployment_id = ?", d).stream()
                .findFirst()
                .map(PolicyRelease::number)
                .orElse(0L));
  }

  /** Number of the release to which a definition id of the engine belongs; 0 for none. */
  long ofDefinition(String definitionId) {
    return byDefinition.computeIfAbsent(
        definitionId,
        id ->
            ofDeployment(
                db.getObject()
                    .sql("select deployment_id_ from camunda.act_re_procdef where id_ = ?")
                    .param(id)
                    .query(String.class)
                    .single()));
  }

  /** Number of the release to which a decision's definition id belongs; 0 for none. */
  long ofDecision(String definitionId) {
    return byDefinition.computeIfAbsent(
        definitionId,
        id ->
            ofDeployment(
                db.getObject()
                    .sql("select deployment_id_ from camunda.act_re_decision_def where id_ = ?")
                    .param(id)
                    .query(String.class)
                    .single()));
  }

  private List<PolicyRelease> select(String sql, Object param) {
    return db.getObject().sql(sql).param(param).query(ReleaseLookup::row).list();
  }

  private static PolicyRelease row(ResultSet row, int n) throws SQLException {
    return new PolicyRelease(
        row.getLong("number"),
        row.getString("deployment_id"),
        row.getString("hash"),
        row.getString("catalogue_version"),
        row.getString("author"),
        row.getString("approver"),
        row.getString("reason"),
        row.getTimestamp("effective_at").toInstant());
  }
}
