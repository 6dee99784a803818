package org.sonocert.invariants;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sonocert.core.EnrolmentId;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The invariants that are queries: each file of {@code invariants/} selects the enrolments that
 * break its rule and says how. They read every module's tables, and the engine's, and write none.
 */
@Service
public class Invariants {
  private static final String FILES = "classpath*:invariants/INV-*.sql";
  private static final String SCOPE =
      """
      with scope as materialized (
        select * from enrolment where :ids::uuid[] is null or id = any(:ids::uuid[])),
      moving as materialized ( -- between two transactions: a job of the engine is about to go on
        select e.id from scope e
          join camunda.act_ru_execution p on p.business_key_ = e.id::text and p.parent_id_ is null
          join camunda.act_ru_job j on j.process_instance_id_ = p.id_ and j.type_ = 'message'
                                   and j.retries_ > 0
             and j.duedate_ at time zone 'UTC' > cast(:now as timestamptz) - interval '10 minutes')
      """;

  private final JdbcClient db;
  private final Map<String, String> rules;
  private final String all;

  Invariants(JdbcClient db) throws IOException {
    this.db = db;
    this.rules = read();
    this.all =
        SCOPE
            + rules.entrySet().stream()
                .map(rule -> named(rule.getKey(), rule.getValue()))
                .collect(Collectors.joining("\nunion all\n"));
  }

  private static Map<String, String> read() throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
      String name = Objects.requireNonNull(file.getFilename());
      found.put(
          name.substring(0, name.indexOf('.')), file.getContentAsString(StandardCharsets.UTF_8));
    }
    return found;
  }

  private static String named(String rule, String query) {
    return "select '" + rule + "' as rule, x.* from (\n" + query + ") x(enrolment_id, what)";
  }

  /** The rules that are asked, in their order. */
  public List<String> rules() {
    return List.copyOf(rules.keySet());
  }

  /**
   * Asks all rules of all enrolments; the cost grows with their number, so that this is for the
   * hourly check and never for a person's page.
   *
   * @param now programme time
   */
  public List<Violation> broken(Instant now) {
    return ask(null, now);
  }

  /** Asks all rules of some enrolments only. */
  public List<Violation> broken(Collection<EnrolmentId> enrolments, Instant now) {
    return ask(
        enrolments.stream().map(EnrolmentId::toString).collect(Collectors.joining(",", "{", "}")),
        now);
  }

  private List<Violation> ask(@Nullable String ids, Instant now) {
    return db.sql(all)
        .param("ids", ids)
        .param("now", Timestamp.from(now))
        .query(
            (row, n) ->
                new Violation(row.getString(1), row.getObject(2, UUID.class), row.getString(3)))
        .list();
  }
}
