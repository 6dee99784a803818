package org.sonocert.peerevaluation.sealed;

import java.util.List;
import org.sonocert.core.StartCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A database belongs to one key of sealed answers: the first server that starts on it says which. A
 * node, or a restored backup, with another key could neither open what evaluators wrote nor add
 * anything that the others can open.
 */
@Component
class SealKeyCheck implements StartCheck {
  private final JdbcClient db;
  private final SealKeys keys;

  SealKeyCheck(JdbcClient db, SealKeys keys) {
    this.db = db;
    this.keys = keys;
  }

  @Override
  public List<String> findings() {
    db.sql("insert into seal_key (key_id) values (?) on conflict do nothing")
        .param(keys.id())
        .update();
    String first = db.sql("select key_id from seal_key").query(String.class).single();
    return first.equals(keys.id())
        ? List.of()
        : List.of(
            "keys/sealed-answers.key in the data folder is not the key of this database; copy it"
                + " from another node or restore it from its backup, see docs/operations.md");
  }
}
