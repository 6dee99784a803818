package org.sonocert.architecture.samples;

import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Does what the architecture rules forbid, so that each of them can be seen to refuse it. */
class BreaksEveryRuleJourney {

  Instant time() {
    return Instant.now();
  }

  void start(RuntimeService runtime) {
    runtime.startProcessInstanceByKey("clinical-certificate");
  }

  void rows(JdbcClient db) {
    db.sql("select 1").query(Integer.class).single();
  }
}
