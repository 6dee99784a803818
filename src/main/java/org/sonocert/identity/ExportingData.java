package org.sonocert.identity;

import java.util.ArrayList;
import java.util.List;
import org.sonocert.core.AccountId;
import org.sonocert.core.MachineClock;
import org.sonocert.core.PersonalData;
import org.sonocert.identity.people.AccountChanges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that the modules hold about a person, as one JSON file: each module says it of its own
 * tables by {@link PersonalData}.
 */
@Component
public class ExportingData {
  private static final int MOST = 5;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient db;
  private final List<PersonalData> modules;
  private final LimitedTries tries;
  private final AccountChanges changes;
  private final MachineClock clock;

  ExportingData(
      JdbcClient db,
      List<PersonalData> modules,
      LimitedTries tries,
      AccountChanges changes,
      MachineClock clock) {
    this.db = db;
    this.modules = modules;
    this.tries = tries;
    this.changes = changes;
    this.clock = clock;
  }

  /** Names of the parts, in the order of the file. */
  public List<String> parts() {
    List<String> names = new ArrayList<>();
    modules.forEach(module -> module.parts().forEach(part -> names.add(part.name())));
    return names;
  }

  /**
   * The file, written as of one instant; that it was asked for is written down.
   *
   * @throws org.sonocert.core.Rejected TOO_MANY after five in a quarter of an hour
   */
  @Transactional
  public byte[] export(AccountId person) {
    tries.take(new LimitedTries.Limit("export:" + person, MOST));
    changes.note(person, person, "data-exported", "", "");
    ObjectNode file = JSON.createObjectNode();
    file.put("written", clock.now().toString());
    for (PersonalData module : modules) {
      for (PersonalData.Part part : module.parts()) {
        file.set(part.name(), JSON.readTree(rows(part, person)));
      }
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
  }

  private String rows(PersonalData.Part part, AccountId person) {
    return db.sql(
            "select coalesce(jsonb_agg(to_jsonb(x)), '[]'::jsonb)::text from ("
                + part.sql()
                + ") x")
        .param(person.value())
        .query(String.class)
        .single();
  }
}
