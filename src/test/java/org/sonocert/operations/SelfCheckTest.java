package org.sonocert.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.List;
import javax.script.ScriptEngineFactory;
import org.junit.jupiter.api.Test;

/** Each foundation that is missing is told in a sentence that says what to do. */
class SelfCheckTest {

  @Test
  void aLoginThatMayCreateIsRefused() {
    assertThat(SelfCheck.login("may create tables in app")).contains("rows only");
    assertThat(SelfCheck.login("")).isNull();
  }

  @Test
  void anotherIsolationLevelIsRefused() {
    assertThat(SelfCheck.isolation("repeatable read")).contains("read committed");
    assertThat(SelfCheck.isolation("read committed")).isNull();
  }

  @Test
  void aMissingIndexIsRefused() {
    assertThat(SelfCheck.index("")).contains("migrations");
    assertThat(SelfCheck.index("camunda.act_idx_job_duedate")).isNull();
  }

  @Test
  void aScriptEngineIsRefused() {
    ScriptEngineFactory stranger = mock(ScriptEngineFactory.class);
    assertThat(SelfCheck.scripts(List.of(stranger))).contains("remove it");
    assertThat(SelfCheck.scripts(List.of())).isNull();
  }

  @Test
  void anotherTimeZoneIsRefused() {
    assertThat(SelfCheck.zone("Europe/Berlin")).contains("UTC");
    assertThat(SelfCheck.zone("UTC")).isNull();
  }
}
