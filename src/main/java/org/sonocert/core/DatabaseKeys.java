package org.sonocert.core;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A database belongs to its keys: the first server that starts on it says which. A node, or a
 * restored backup, with another key could neither read what the others wrote nor add what they can
 * read.
 */
@Component
public class DatabaseKeys {
  private final JdbcClient db;

  DatabaseKeys(JdbcClient db) {
    this.db = db;
  }

  /** What is wrong with a node's key, as {@link StartCheck} says it; empty when it is right. */
  public List<String> findings(KeyFile key) {
    db.sql("insert into key_file (name, key_id) values (?, ?) on conflict do nothing")
        .params(key.name(), key.id())
        .update();
    String first =
        db.sql("select key_id from key_file where name = ?")
            .param(key.name())
            .query(String.class)
            .single();
    return first.equals(key.id())
        ? List.of()
        : List.of(
            "keys/"
                + key.name()
                + ".key in the data folder is not the key of this database; copy it from another"
                + " node or restore it from its backup, see docs/operations.md");
  }
}
